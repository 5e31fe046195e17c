package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.JobBody;
import wf.store.JobRow;
import wf.store.JobType;
import wf.store.OperationIds;
import wf.store.OperationIds.Walk;
import wf.store.TicketStore;

/**
 * Forgets operation ids after their days, a portion in each transaction. As with the archive, one job in each tenant walks
 * through what there is, begins again a day after it came to the end, and remembers its place.
 */
@Singleton
public class Forgetting {

    /** Ids of sequences begin far behind. */
    private static final long ID = 2;
    private static final int PORTION = 200;
    private final OperationIds operations;
    private final TicketStore tickets;
    private final Rounds rounds;
    private final Settings settings;

    @Inject
    public Forgetting(OperationIds operations, TicketStore tickets, Rounds rounds, Settings settings) {
        this.tickets = tickets;
        this.operations = operations;
        this.rounds = rounds;
        this.settings = settings;
    }

    /** At the start of a node: every tenant has its job, if anything is to be forgotten at all. */
    public void schedule() {
        if (days() > 0) {
            rounds.schedule(ID, JobType.FORGET);
        }
    }

    /** For one tenant. */
    public void schedule(String tenant) {
        rounds.schedule(tenant, ID, JobType.FORGET);
    }

    /** The next portion; where nothing is to be forgotten any more, the job ends. */
    Ran portion(JobRow row) {
        if (days() == 0) {
            rounds.end(row);
            return Ran.NOTHING;
        }
        tickets.forget(row.tenant, rounds.now().minus(Duration.ofDays(days())));
        Walk walk = walk(row.content());
        Optional<Walk> next = operations.forget(row.tenant, walk, PORTION);
        rounds.goOn(row, next.isPresent(),
                next.map(w -> JobBody.named(null, w.toString(), null)).orElseGet(() -> JobBody.named(walk.toString(), null, null)));
        return Ran.NOTHING;
    }

    /** The one that is under way stands under the key, the one that is over under the target. */
    private Walk walk(JobBody body) {
        if (body.key() != null) {
            return Walk.parse(body.key());
        }
        Instant before = rounds.now().minus(Duration.ofDays(days()));
        return body.target() == null ? Walk.first(before) : Walk.parse(body.target()).again(before);
    }

    private int days() {
        return settings.number(Setting.OPERATION_DAYS);
    }
}
