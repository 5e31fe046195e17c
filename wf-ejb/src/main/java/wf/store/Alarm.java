package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * When this node has something to do next, as far as it knows by itself. What it leaves in the table of jobs it need not ask
 * the table for: what is due at once rings as soon as it is committed, and all else at its time. What other nodes leave
 * there is found by looking, which may then be rare.
 */
@Singleton
public class Alarm {

    private final Transactions transactions;
    private final InstantSource clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MAX);
    private volatile Runnable bell = () -> { };

    @Inject
    public Alarm(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Who is called when something is due at once. */
    public void rings(Runnable whom) {
        bell = whom;
    }

    /** Something is due then, once the running transaction has committed. */
    public void set(Instant at) {
        if (transactions.isActive()) {
            transactions.afterCommit(() -> committed(at));
        }
    }

    private void committed(Instant at) {
        if (at.isAfter(clock.instant())) {
            next.accumulateAndGet(at, (a, b) -> a.isBefore(b) ? a : b);
        } else {
            bell.run();
        }
    }

    /** Whether the time has come; it is told once. */
    public boolean isOver() {
        Instant at = next.get();
        return !at.isAfter(clock.instant()) && next.compareAndSet(at, Instant.MAX);
    }
}
