package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import wf.command.Attempts;
import wf.store.JobBody;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.JobType;

/**
 * Housekeeping that goes round: one job in each tenant walks through what there is, a portion in each transaction, and
 * begins again a day after it came to the end. Its row remembers the place, so that whichever node goes on.
 */
@Singleton
public class Rounds {

    private static final Duration PAUSE = Duration.ofDays(1);
    private final JobStore jobs;
    private final Attempts attempts;
    private final InstantSource clock;

    @Inject
    public Rounds(JobStore jobs, Attempts attempts, InstantSource clock) {
        this.jobs = jobs;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Every tenant has its job. */
    void schedule(long id, JobType type) {
        List<String> tenants = attempts.of(Locale.ENGLISH, jobs::tenants);
        tenants.forEach(tenant -> schedule(tenant, id, type));
    }

    /** @param id far before those of sequences, and the same in each tenant */
    void schedule(String tenant, long id, JobType type) {
        attempts.of(Locale.ENGLISH, () -> jobs.find(tenant, id).isPresent() ? null
                : jobs.post(tenant, id, type, now(), JobBody.named(null, null, null), null));
    }

    /** @param more whether the round goes on at once, or is over for today */
    void goOn(JobRow row, boolean more, JobBody place) {
        jobs.repeat(row, more ? now() : now().plus(PAUSE), place);
    }

    /** There is nothing to go round for any more. */
    void end(JobRow row) {
        jobs.take(row);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
