package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import wf.command.EventStarts;
import wf.store.EventStartRow;
import wf.store.JobBody;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.MessageStore;

/**
 * Definitions whose time has come. The row is set to its next time, or goes, in the transaction in which the instance
 * begins; what was missed while nothing ran is made up for, one after the other.
 */
@Singleton
public class TimerStarts {

    private final MessageStore messages;
    private final EventStarts starts;
    private final JobStore jobs;
    private final Acts acts;

    @Inject
    public TimerStarts(MessageStore messages, EventStarts starts, JobStore jobs, Acts acts) {
        this.messages = messages;
        this.starts = starts;
        this.jobs = jobs;
        this.acts = acts;
    }

    Ran fire(JobRow row, Instant reserved) {
        Optional<EventStartRow> start = messages.findStart(row.tenant, row.id);
        if (start.isEmpty()) {
            jobs.take(row.tenant, row.id);
            return Ran.NOTHING;
        }
        return advance(row, start.get()) ? Ran.of(acts.begin(start.get(), Map.of(), reserved)) : Ran.NOTHING;
    }

    private boolean advance(JobRow row, EventStartRow start) {
        Optional<JobBody> next = starts.next(start, row.content());
        return next.isPresent() ? jobs.repeat(row, next.get().due(), next.get()) : jobs.take(row.tenant, row.id);
    }

    /** This beginning was refused and is left to a person; the next one comes at its time all the same. */
    Ran refused(JobRow row, String why) {
        Optional<EventStartRow> start = messages.findStart(row.tenant, row.id);
        if (start.isPresent() && advance(row, start.get())) {
            jobs.postDead(start.get(), row.dueAt, JobBody.start(row.id, Map.of()), why);
        }
        return Ran.NOTHING;
    }
}
