package wf.rule.schedule;

import java.time.Instant;
import java.util.Optional;

/** One moment; when it is past already, the timer is due at once. */
record DueDate(Instant date) implements Schedule {

    @Override
    public Optional<Instant> first(Instant from) {
        return Optional.of(date.isBefore(from) ? from : date);
    }

    @Override
    public Optional<Instant> next(Instant previousDue, int firedSoFar) {
        return Optional.empty();
    }
}
