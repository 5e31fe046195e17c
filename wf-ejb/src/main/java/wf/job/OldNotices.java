package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import wf.notice.Forgotten;
import wf.store.JobBody;
import wf.store.JobRow;
import wf.store.JobType;

/** Messages of long ago go, a portion in each transaction; one job in each tenant, which begins again a day after its end. */
@Singleton
public class OldNotices {

    /** Beside the jobs of archive, operation ids and organisation; ids of sequences begin far behind. */
    private static final long ID = 4;
    private final Forgotten forgotten;
    private final Rounds rounds;

    @Inject
    public OldNotices(Forgotten forgotten, Rounds rounds) {
        this.forgotten = forgotten;
        this.rounds = rounds;
    }

    /** At the start of a node: every tenant has its job, if anything is to be deleted at all. */
    public void schedule() {
        if (forgotten.isWanted()) {
            rounds.schedule(ID, JobType.NOTICES_OLD);
        }
    }

    /** The next portion; where nothing is to be deleted any more, the job ends. */
    Ran portion(JobRow row) {
        if (!forgotten.isWanted()) {
            rounds.end(row);
            return Ran.NOTHING;
        }
        rounds.goOn(row, forgotten.portion(row.tenant, rounds.now()), JobBody.named(Long.toString(rounds.now().getEpochSecond()), null, null));
        return Ran.NOTHING;
    }
}
