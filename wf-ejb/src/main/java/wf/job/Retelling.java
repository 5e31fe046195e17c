package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.Outbox;

/** What could not be told, and was given up, goes back into the outbox: an administrator thinks that it can be told now. */
@Singleton
public class Retelling {

    private final JobStore jobs;
    private final Outbox outbox;

    @Inject
    public Retelling(JobStore jobs, Outbox outbox) {
        this.jobs = jobs;
        this.outbox = outbox;
    }

    Ran again(JobRow row, Instant now) {
        if (jobs.take(row)) {
            outbox.again(row, now);
        }
        return Ran.NOTHING;
    }
}
