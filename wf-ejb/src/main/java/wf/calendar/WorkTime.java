package wf.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import wf.calendar.WorkCalendar.Stretch;

/**
 * Reckoning in working time (Y8). So much working time after a moment is the earliest moment at which as much has passed: at the end of
 * a day it is the evening and not the next morning. Hence {@code between(t, add(t, d))} is {@code d}, always.
 *
 * <p>Each walk takes a day more at either end: where clocks are put back just after midnight, minutes of one date come in the time of
 * the other.
 */
public final class WorkTime {

    /** Nobody means a moment so far away; a calendar without work would be searched for ever. */
    public static final int HORIZON_DAYS = 366 * 20;

    private final WorkCalendar calendar;

    public WorkTime(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** Negative: the latest moment since which as much has passed. Empty: not within the horizon. */
    public Optional<Instant> add(Instant from, Duration time) {
        if (time.isZero()) {
            return Optional.of(from);
        }
        return time.isNegative() ? back(from, time.negated()) : forth(from, time);
    }

    private Optional<Instant> forth(Instant from, Duration time) {
        Duration left = time;
        LocalDate first = date(from).minusDays(1);
        for (int day = 0; day < HORIZON_DAYS; day++) {
            for (Stretch stretch : calendar.stretches(first.plusDays(day))) {
                Instant begin = later(stretch.from(), from);
                Duration here = begin.isBefore(stretch.to()) ? Duration.between(begin, stretch.to()) : Duration.ZERO;
                if (!here.isZero() && here.compareTo(left) >= 0) {
                    return Optional.of(begin.plus(left));
                }
                left = left.minus(here);
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> back(Instant from, Duration time) {
        Duration left = time;
        LocalDate first = date(from).plusDays(1);
        for (int day = 0; day < HORIZON_DAYS; day++) {
            for (Stretch stretch : reversed(calendar.stretches(first.minusDays(day)))) {
                Instant end = earlier(stretch.to(), from);
                Duration here = stretch.from().isBefore(end) ? Duration.between(stretch.from(), end) : Duration.ZERO;
                if (!here.isZero() && here.compareTo(left) >= 0) {
                    return Optional.of(end.minus(left));
                }
                left = left.minus(here);
            }
        }
        return Optional.empty();
    }

    /** How much working time lies between; negative where the second comes first. Empty: they are further apart than the horizon. */
    public Optional<Duration> between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).map(Duration::negated);
        }
        LocalDate last = date(to).plusDays(1);
        if (date(from).plusDays(HORIZON_DAYS).isBefore(last)) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        for (LocalDate day = date(from).minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            sum = sum.plus(worked(day, from, to));
        }
        return Optional.of(sum);
    }

    private Duration worked(LocalDate day, Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (Stretch stretch : calendar.stretches(day)) {
            Instant begin = later(stretch.from(), from);
            Instant end = earlier(stretch.to(), to);
            sum = begin.isBefore(end) ? sum.plus(Duration.between(begin, end)) : sum;
        }
        return sum;
    }

    /**
     * So many working days later, at the same time of day. Work that comes on a free day or after hours counts from the next working
     * moment; where nobody works at that time on the day itself, it is the end of the work before it, else the day's first moment.
     * Negative: so many earlier, from the last working moment. Empty: not within the horizon.
     */
    public Optional<Instant> addDays(Instant from, int days) {
        if (days == 0) {
            return Optional.of(from);
        }
        return (days > 0 ? nextWorked(from) : lastWorked(from)).flatMap(begin -> sameTime(begin, days));
    }

    private Optional<Instant> sameTime(Instant begin, int days) {
        LocalDate day = date(begin);
        int step = days > 0 ? 1 : -1;
        int left = Math.abs(days);
        for (int walked = 0; left > 0; walked++) {
            if (walked == HORIZON_DAYS) {
                return Optional.empty();
            }
            day = day.plusDays(step);
            left -= calendar.stretches(day).isEmpty() ? 0 : 1;
        }
        return Optional.of(within(day, begin.atZone(calendar.zone()).toLocalTime()));
    }

    private Instant within(LocalDate day, LocalTime time) {
        Instant wanted = day.atTime(time).atZone(calendar.zone()).toInstant();
        List<Stretch> stretches = calendar.stretches(day);
        Instant found = stretches.get(0).from();
        for (Stretch stretch : stretches) {
            found = stretch.from().isAfter(wanted) ? found : earlier(wanted, stretch.to());
        }
        return found;
    }

    /** The moment itself where is worked then. */
    Optional<Instant> nextWorked(Instant from) {
        LocalDate first = date(from).minusDays(1);
        for (int day = 0; day < HORIZON_DAYS; day++) {
            for (Stretch stretch : calendar.stretches(first.plusDays(day))) {
                if (from.isBefore(stretch.to())) {
                    return Optional.of(later(stretch.from(), from));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> lastWorked(Instant from) {
        LocalDate first = date(from).plusDays(1);
        for (int day = 0; day < HORIZON_DAYS; day++) {
            for (Stretch stretch : reversed(calendar.stretches(first.minusDays(day)))) {
                if (stretch.from().isBefore(from)) {
                    return Optional.of(earlier(stretch.to(), from));
                }
            }
        }
        return Optional.empty();
    }

    /** Day by day what of the time between was worked, so that people see how a moment came about; at most so many days. */
    public List<ReckonedDay> reckon(Instant from, Instant to, int most) {
        List<ReckonedDay> days = new ArrayList<>();
        LocalDate last = date(to);
        for (LocalDate day = date(from); !day.isAfter(last) && days.size() < most; day = day.plusDays(1)) {
            days.add(new ReckonedDay(day, worked(day, from, to), calendar.isWorkday(day), calendar.special(day).orElse(null)));
        }
        return days;
    }

    private LocalDate date(Instant instant) {
        return instant.atZone(calendar.zone()).toLocalDate();
    }

    private static List<Stretch> reversed(List<Stretch> stretches) {
        List<Stretch> reversed = new ArrayList<>(stretches);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
