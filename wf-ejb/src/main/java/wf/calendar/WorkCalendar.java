package wf.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When is worked, all in all: the layers of a person, of his departments and of his tenant on top of each other, nearest first.
 */
public final class WorkCalendar {

    private static final WorkDay OFFICE = new WorkDay(List.of(new DayPart(540, 720), new DayPart(780, 1080)));

    private final ZoneId zone;
    private final Map<DayOfWeek, WorkDay> week;
    private final List<CalendarLayer> layers;

    private WorkCalendar(ZoneId zone, Map<DayOfWeek, WorkDay> week, List<CalendarLayer> layers) {
        this.zone = zone;
        this.week = week;
        this.layers = layers;
    }

    /**
     * @param nearestFirst may be empty: then is worked from Monday to Friday, 09:00 to 12:00 and 13:00 to 18:00
     * @param zone where no layer names one
     */
    public static WorkCalendar of(List<CalendarLayer> nearestFirst, ZoneId zone) {
        ZoneId named = nearestFirst.stream().map(CalendarLayer::zone).filter(z -> z != null).findFirst().orElse(zone);
        Map<DayOfWeek, WorkDay> week = nearestFirst.stream().map(CalendarLayer::week).filter(w -> w != null).findFirst()
                .orElseGet(WorkCalendar::usualWeek);
        return new WorkCalendar(named, week, List.copyOf(nearestFirst));
    }

    private static Map<DayOfWeek, WorkDay> usualWeek() {
        Map<DayOfWeek, WorkDay> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, day.compareTo(DayOfWeek.FRIDAY) <= 0 ? OFFICE : WorkDay.FREE);
        }
        return week;
    }

    public ZoneId zone() {
        return zone;
    }

    public boolean isWorkday(LocalDate date) {
        return !hours(date).isFree();
    }

    /** What the nearest layer says about just this day. */
    public Optional<SpecialDay> special(LocalDate date) {
        return layers.stream().map(l -> l.days().get(date)).filter(d -> d != null).findFirst();
    }

    public WorkDay hours(LocalDate date) {
        WorkDay usual = week.getOrDefault(date.getDayOfWeek(), WorkDay.FREE);
        return special(date).map(day -> !day.worked() ? WorkDay.FREE : day.hours() != null ? day.hours() : usual.isFree() ? anyWorked() : usual)
                .orElse(usual);
    }

    /** A day of make-up work goes as the first working day of the week; where nobody works in any week, as an office does. */
    private WorkDay anyWorked() {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!week.getOrDefault(day, WorkDay.FREE).isFree()) {
                return week.get(day);
            }
        }
        return OFFICE;
    }

    /** The stretches of time in which is worked on this day, in their order, none of them empty. */
    List<Stretch> stretches(LocalDate date) {
        List<Stretch> stretches = new ArrayList<>();
        for (DayPart part : hours(date).parts()) {
            Instant from = at(date, part.from());
            Instant to = at(date, part.to());
            if (from.isBefore(to)) {
                stretches.add(new Stretch(from, to));
            }
        }
        return stretches;
    }

    /**
     * When the clocks are put forward, the minutes that are skipped all are the moment of the change; when they are put back, a time that
     * comes twice is the first of them. So the parts of a day stay in their order, and never overlap.
     */
    private Instant at(LocalDate date, int minute) {
        var local = minute == DayPart.DAY ? date.plusDays(1).atStartOfDay() : date.atTime(LocalTime.of(minute / 60, minute % 60));
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap() ? change.getInstant() : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** A stretch of time; its end is not in it. */
    record Stretch(Instant from, Instant to) { }
}
