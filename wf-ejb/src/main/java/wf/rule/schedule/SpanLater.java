package wf.rule.schedule;

import java.time.Instant;
import java.util.Optional;
import wf.calendar.Span;
import wf.calendar.WorkCalendar;

/** So many days, hours or minutes after the timer was set, once; of the clock, or in which is worked. */
record SpanLater(Span span, WorkCalendar calendar) implements Schedule {

    SpanLater {
        if (span.amount() < 0) {
            throw new IllegalArgumentException(span + " lies before its beginning");
        }
    }

    @Override
    public Optional<Instant> first(Instant from) {
        return span.after(from, calendar);
    }

    @Override
    public Optional<Instant> next(Instant previousDue, int firedSoFar) {
        return Optional.empty();
    }
}
