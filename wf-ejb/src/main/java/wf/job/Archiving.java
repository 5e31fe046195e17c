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
import wf.store.Archive;
import wf.store.Archive.Position;
import wf.store.JobBody;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.JobType;

/**
 * Moves what ended long ago into the archive, a portion in each transaction. One job in each tenant walks through its
 * instances, and begins again a day after it came to the end; it remembers its place, so that whichever node goes on.
 */
@Singleton
public class Archiving {

    /** Ids of sequences begin far behind. */
    private static final long ID = 1;
    private static final int PORTION = 500;
    private static final Duration PAUSE = Duration.ofDays(1);
    private final Archive archive;
    private final JobStore jobs;
    private final Attempts attempts;
    private final Settings settings;
    private final InstantSource clock;

    @Inject
    public Archiving(Archive archive, JobStore jobs, Attempts attempts, Settings settings, InstantSource clock) {
        this.archive = archive;
        this.jobs = jobs;
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
    }

    /** At the start of a node: every tenant has its job, if anything is to be archived at all. */
    public void schedule() {
        if (days() > 0) {
            List<String> tenants = attempts.of(Locale.ENGLISH, jobs::tenants);
            tenants.forEach(this::schedule);
        }
    }

    /** For one tenant. */
    public void schedule(String tenant) {
        attempts.of(Locale.ENGLISH, () -> jobs.find(tenant, ID).isPresent() ? null
                : jobs.post(tenant, ID, JobType.ARCHIVE, now(), JobBody.named(null, null, null), null));
    }

    /** The next portion; where nothing is to be archived any more, the job ends. Ids of operations are not looked for in the archive, so they are to be forgotten before. */
    Ran portion(JobRow row) {
        if (days() == 0) {
            jobs.take(row.tenant, row.id);
            return Ran.NOTHING;
        }
        Instant endedBefore = now().minus(Duration.ofDays(Math.max(days(), settings.number(Setting.OPERATION_DAYS))));
        Optional<Position> next = archive.archive(row.tenant, endedBefore, Position.parse(row.content().key()), PORTION);
        Instant due = next.isPresent() ? now() : now().plus(PAUSE);
        jobs.repeat(row, due, JobBody.named(null, next.map(Position::toString).orElse(null), null));
        return Ran.NOTHING;
    }

    /** Zero for never. Whoever remembers ids of operations for ever archives nothing, since they would be forgotten with it. */
    private int days() {
        return settings.number(Setting.OPERATION_DAYS) == 0 ? 0 : settings.number(Setting.ARCHIVE_DAYS);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
