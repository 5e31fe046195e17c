package wf.setting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time of this node, set by the one clock that all nodes have in common. Leases and due times are compared with each other
 * over all nodes, so that a node whose own clock is off would take work away from others, and fire timers too early.
 */
@Singleton
public class SharedClock {

    /** Less is what a question and its answer take on a busy machine, and worth no jump. */
    private static final Duration TOLERANCE = Duration.ofMillis(250);
    private final Duration wrong;
    private volatile Duration correction = Duration.ZERO;

    @Inject
    public SharedClock(Settings settings) {
        wrong = settings.time(Setting.CLOCK_OFFSET_SECONDS, ChronoUnit.SECONDS);
    }

    public Instant instant() {
        return own().plus(correction);
    }

    /** By the clock of this machine alone. */
    public Instant own() {
        return Instant.now().plus(wrong);
    }

    /** @param drift by how much the common clock is ahead of this one */
    public void correct(Duration drift) {
        if (drift.minus(correction).abs().compareTo(TOLERANCE) > 0) {
            correction = drift.abs().compareTo(TOLERANCE) > 0 ? drift : Duration.ZERO;
        }
    }
}
