package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Archive;
import wf.store.Archive.Position;
import wf.store.JobBody;
import wf.store.JobRow;
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
    private final Archive archive;
    private final Rounds rounds;
    private final Settings settings;

    @Inject
    public Archiving(Archive archive, Rounds rounds, Settings settings) {
        this.archive = archive;
        this.rounds = rounds;
        this.settings = settings;
    }

    /** At the start of a node: every tenant has its job, if anything is to be archived at all. */
    public void schedule() {
        if (days() > 0) {
            rounds.schedule(ID, JobType.ARCHIVE);
        }
    }

    /** For one tenant. */
    public void schedule(String tenant) {
        rounds.schedule(tenant, ID, JobType.ARCHIVE);
    }

    /** The next portion; where nothing is to be archived any more, the job ends. Ids of operations are not looked for in the archive, so they are to be forgotten before. */
    Ran portion(JobRow row) {
        if (days() == 0) {
            rounds.end(row);
            return Ran.NOTHING;
        }
        Instant endedBefore = rounds.now().minus(Duration.ofDays(Math.max(days(), settings.number(Setting.OPERATION_DAYS))));
        Optional<Position> next = archive.archive(row.tenant, endedBefore, Position.parse(row.content().key()), PORTION);
        rounds.goOn(row, next.isPresent(), JobBody.named(null, next.map(Position::toString).orElse(null), null));
        return Ran.NOTHING;
    }

    /** Zero for never. Whoever remembers ids of operations for ever archives nothing, since they would be forgotten with it. */
    private int days() {
        return settings.number(Setting.OPERATION_DAYS) == 0 ? 0 : settings.number(Setting.ARCHIVE_DAYS);
    }
}
