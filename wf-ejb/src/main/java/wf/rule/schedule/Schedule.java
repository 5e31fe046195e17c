package wf.rule.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wf.calendar.Span;
import wf.calendar.WorkCalendar;
import wf.rule.Evaluation;

/**
 * The moments at which a timer is due. It knows no clock and keeps no state: whoever fires timers says when the timer
 * was set, when it was last due and how often it fired, so that the answer is the same after a restart or on another
 * node. Nothing is due after the year 9999, which every database can hold.
 */
public sealed interface Schedule permits DueDate, Delay, Repetition, CronLine, LastWorkday, SpanLater {

    /** The longest text of a schedule, in characters; real ones are shorter by far. */
    int MAX_TEXT = 200;

    /** The first moment at which a timer is due that is set at {@code from}; never before that. Empty: it never is. */
    Optional<Instant> first(Instant from);

    /**
     * The moment after the one at which the timer was last due, always later than that. It counts from when the timer was
     * due, not from when it fired, so that delays do not add up.
     *
     * @param firedSoFar how often the timer fired, the last time included
     * @return empty when the repetitions are used up or the end is over
     */
    Optional<Instant> next(Instant previousDue, int firedSoFar);

    /**
     * Reads what a model says.
     *
     * @param zone where a local time is meant, and whose days and months count
     */
    static Evaluation<Schedule> parse(TimerKind kind, String text, ZoneId zone) {
        return parse(kind, text, zone, () -> WorkCalendar.of(List.of(), zone));
    }

    /** @param calendar by which working time is reckoned ({@code d6}, {@code h6}), asked only where that is said */
    static Evaluation<Schedule> parse(TimerKind kind, String text, ZoneId zone, Supplier<WorkCalendar> calendar) {
        String stripped = text.strip();
        if (stripped.length() > MAX_TEXT) {
            return Evaluation.failed("longer than " + MAX_TEXT + " characters");
        }
        try {
            return Evaluation.of(switch (kind) {
                case DATE -> new DueDate(Moments.parse(stripped, zone).toInstant());
                case DURATION -> Span.looksLike(stripped) ? new SpanLater(Span.parse(stripped), calendar.get()) : new Delay(Amount.parse(stripped), zone);
                case CYCLE -> stripped.startsWith("R") ? Repetition.parse(stripped, zone) : CronLine.parse(stripped, zone);
            });
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            return Evaluation.failed(e.getMessage());
        }
    }
}
