package wf.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import wf.spi.OrgUnavailable;

/**
 * Keeps a directory that hangs from taking all threads of the server: only so many wait for it at once, and once it has
 * failed nobody asks it again for a moment. Whoever is turned away is told at once, and may come again.
 */
final class Elsewhere {
    private static final Duration REST = Duration.ofSeconds(5);
    private static final long PATIENCE_MILLIS = 1_000;

    /** What is asked there. */
    interface Question {
        boolean isRight() throws OrgUnavailable;
    }

    private final Semaphore turns;
    private final InstantSource clock;
    private volatile Instant restsUntil = Instant.MIN;

    /** @param most how many may wait for it at once */
    Elsewhere(int most, InstantSource clock) {
        this.turns = new Semaphore(most);
        this.clock = clock;
    }

    boolean ask(Question question) throws OrgUnavailable {
        if (clock.instant().isBefore(restsUntil)) {
            throw new OrgUnavailable("it has just failed, and is asked again in a moment");
        } else if (!isTurn()) {
            throw new OrgUnavailable("too many wait for its answer");
        }
        try {
            return question.isRight();
        } catch (OrgUnavailable e) {
            restsUntil = clock.instant().plus(REST);
            throw e;
        } finally {
            turns.release();
        }
    }

    private boolean isTurn() {
        try {
            return turns.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
