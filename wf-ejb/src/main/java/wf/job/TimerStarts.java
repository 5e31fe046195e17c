package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import wf.command.EventStarts;
import wf.rule.schedule.Firing;
import wf.store.EventStartRow;
import wf.store.JobBody;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.JobType;
import wf.store.MessageStore;

/**
 * Definitions whose time has come. The row is set to its next time, or goes, in the transaction in which the instance
 * begins; what was missed while nothing ran is made up for, one after the other, unless the model says otherwise.
 */
@Singleton
public class TimerStarts {

    private final MessageStore messages;
    private final EventStarts starts;
    private final JobStore jobs;
    private final Acts acts;
    private final ScheduledStarts scheduled;
    private final InstantSource clock;

    @Inject
    public TimerStarts(MessageStore messages, EventStarts starts, JobStore jobs, Acts acts, ScheduledStarts scheduled, InstantSource clock) {
        this.messages = messages;
        this.starts = starts;
        this.jobs = jobs;
        this.acts = acts;
        this.scheduled = scheduled;
        this.clock = clock;
    }

    Ran fire(JobRow row, Instant reserved) {
        if (row.type() == JobType.SCHEDULE) {
            return scheduled.fire(row, reserved);
        }
        Optional<EventStartRow> start = messages.findStart(row.tenant, row.id);
        if (start.isEmpty()) {
            jobs.take(row);
            return Ran.NOTHING;
        }
        Optional<Firing> firing = starts.firing(start.get(), row.content(), clock.instant());
        boolean mine = advance(row, firing);
        return mine && firing.map(Firing::fires).orElse(true) ? Ran.of(acts.begin(start.get(), Map.of(), reserved)) : Ran.NOTHING;
    }

    /** @param firing empty where the model knows the timer no more */
    private boolean advance(JobRow row, Optional<Firing> firing) {
        Optional<JobBody> next = firing.flatMap(f -> f.next().map(due -> JobBody.timer(row.content().timer(), f.fired(), due)));
        return next.isPresent() ? jobs.repeat(row, next.get().due(), next.get()) : jobs.take(row);
    }

    /** This beginning was refused and is left to a person; the next one comes at its time all the same. */
    Ran refused(JobRow row, String why) {
        if (row.type() == JobType.SCHEDULE) {
            return scheduled.refused(row, why);
        }
        Optional<EventStartRow> start = messages.findStart(row.tenant, row.id);
        if (start.isPresent() && advance(row, starts.firing(start.get(), row.content(), clock.instant()))) {
            jobs.postDead(start.get(), row.dueAt, JobBody.start(row.id, Map.of()), why);
        }
        return Ran.NOTHING;
    }
}
