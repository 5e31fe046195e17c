package wf.rule.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Optional;
import wf.calendar.WorkCalendar;

/** The last day of each month on which is worked, at a time of day. Months in which nobody works have none. */
public record LastWorkday(WorkCalendar calendar, LocalTime time) implements Schedule {

    private static final int MOST_MONTHS = 240;

    @Override
    public Optional<Instant> first(Instant from) {
        return after(from.minusNanos(1));
    }

    @Override
    public Optional<Instant> next(Instant previousDue, int firedSoFar) {
        return after(previousDue);
    }

    private Optional<Instant> after(Instant previous) {
        YearMonth month = YearMonth.from(previous.atZone(calendar.zone()));
        for (int i = 0; i < MOST_MONTHS; i++) {
            Optional<Instant> due = of(month.plusMonths(i)).filter(at -> at.isAfter(previous));
            if (due.isPresent()) {
                return due;
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> of(YearMonth month) {
        for (LocalDate day = month.atEndOfMonth(); YearMonth.from(day).equals(month); day = day.minusDays(1)) {
            if (calendar.isWorkday(day)) {
                return Moments.within(day.atTime(time).atZone(calendar.zone()));
            }
        }
        return Optional.empty();
    }
}
