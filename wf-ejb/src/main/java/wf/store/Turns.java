package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * On one server the writers of one instance take turns, so that they do not work in vain: of thirty who vote at once
 * each would else decide on an image that is old by the time it is written. It spares work and guards nothing: the
 * version in the database does that, against other servers too. Who waits too long goes on without his turn.
 */
@Singleton
public class Turns {

    private static final int STRIPES = 4096;
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private final Semaphore[] stripes = Stream.generate(() -> new Semaphore(1, true)).limit(STRIPES).toArray(Semaphore[]::new);
    private final Transactions transactions;

    @Inject
    public Turns(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Waits for the instance's turn, which lasts until the current transaction ends. */
    public void take(String tenant, long instanceId) {
        Semaphore stripe = stripes[Math.floorMod(31 * tenant.hashCode() + Long.hashCode(instanceId), STRIPES)];
        if (!transactions.isActive() || transactions.isHeld(stripe)) {
            return;
        }
        try {
            if (stripe.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                transactions.afterEnd(stripe, stripe::release);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
