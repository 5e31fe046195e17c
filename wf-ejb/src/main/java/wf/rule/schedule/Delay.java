package wf.rule.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** So long after the timer was set, once. */
record Delay(Amount amount, ZoneId zone) implements Schedule {

    @Override
    public Optional<Instant> first(Instant from) {
        return Moments.at(from, zone).flatMap(start -> amount.after(start, 1));
    }

    @Override
    public Optional<Instant> next(Instant previousDue, int firedSoFar) {
        return Optional.empty();
    }
}
