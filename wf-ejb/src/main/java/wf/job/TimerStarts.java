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
        int fired = row.content().fired() + 1;
        Optional<Instant> next = starts.next(start.get(), row.content().due(), fired);
        boolean mine = next.isPresent() ? jobs.repeat(row, next.get(), JobBody.timer(fired, next.get())) : jobs.take(row.tenant, row.id);
        return mine ? Ran.of(acts.begin(start.get(), Map.of(), reserved)) : Ran.NOTHING;
    }
}
