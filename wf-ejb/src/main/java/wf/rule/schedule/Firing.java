package wf.rule.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What happens when a schedule is looked at: whether it fires, and when it is due again.
 *
 * @param next empty when that was the last time
 * @param fired how often it has been due, this time and those that were left out included
 */
public record Firing(boolean fires, Optional<Instant> next, int fired) {

    /** Whoever comes a little late has missed nothing. */
    public static final Duration GRACE = Duration.ofMinutes(1);

    /** More are not counted one by one. */
    private static final int MOST_STEPS = 10_000;

    /**
     * @param due the moment for which it is looked at
     * @param firedSoFar how often it was due before
     * @param now at or after that moment
     */
    public static Firing of(Schedule schedule, Misfire misfire, Instant due, int firedSoFar, Instant now) {
        int fired = firedSoFar + 1;
        boolean missed = due.plus(GRACE).isBefore(now);
        Optional<Instant> next = schedule.next(due, fired);
        if (misfire == Misfire.ALL || !missed) {
            return new Firing(true, next, fired);
        }
        int steps = 0;
        while (next.isPresent() && next.get().plus(GRACE).isBefore(now) && steps++ < MOST_STEPS) {
            fired++;
            next = schedule.next(next.get(), fired);
        }
        boolean late = next.isPresent() && next.get().plus(GRACE).isBefore(now);
        return new Firing(misfire == Misfire.ONCE, late ? schedule.first(now) : next, fired);
    }
}
