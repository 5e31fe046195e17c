package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wf.command.Attempts;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.JobBody;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.JobType;
import wf.store.OperationIds;
import wf.store.OperationIds.Walk;

/**
 * Forgets operation ids after their days, a portion in each transaction. As with the archive, one job in each tenant walks
 * through what there is, begins again a day after it came to the end, and remembers its place.
 */
@Singleton
public class Forgetting {

    /** Ids of sequences begin far behind. */
    private static final long ID = 2;
    private static final int PORTION = 200;
    private static final Duration PAUSE = Duration.ofDays(1);
    private final OperationIds operations;
    private final JobStore jobs;
    private final Attempts attempts;
    private final Settings settings;
    private final InstantSource clock;

    @Inject
    public Forgetting(OperationIds operations, JobStore jobs, Attempts attempts, Settings settings, InstantSource clock) {
        this.operations = operations;
        this.jobs = jobs;
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
    }

    /** At the start of a node: every tenant has its job, if anything is to be forgotten at all. */
    public void schedule() {
        if (days() > 0) {
            List<String> tenants = attempts.of(Locale.ENGLISH, jobs::tenants);
            tenants.forEach(this::schedule);
        }
    }

    /** For one tenant. */
    public void schedule(String tenant) {
        attempts.of(Locale.ENGLISH, () -> jobs.find(tenant, ID).isPresent() ? null
                : jobs.post(tenant, ID, JobType.FORGET, now(), JobBody.named(null, null, null), null));
    }

    /** The next portion; where nothing is to be forgotten any more, the job ends. */
    Ran portion(JobRow row) {
        if (days() == 0) {
            jobs.take(row.tenant, row.id);
            return Ran.NOTHING;
        }
        Walk walk = walk(row.content());
        Optional<Walk> next = operations.forget(row.tenant, walk, PORTION);
        jobs.repeat(row, next.isPresent() ? now() : now().plus(PAUSE),
                next.map(w -> JobBody.named(null, w.toString(), null)).orElseGet(() -> JobBody.named(walk.toString(), null, null)));
        return Ran.NOTHING;
    }

    /** The one that is under way stands under the key, the one that is over under the target. */
    private Walk walk(JobBody body) {
        if (body.key() != null) {
            return Walk.parse(body.key());
        }
        Instant before = now().minus(Duration.ofDays(days()));
        return body.target() == null ? Walk.first(before) : Walk.parse(body.target()).again(before);
    }

    private int days() {
        return settings.number(Setting.OPERATION_DAYS);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
