package wf.standing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import wf.calendar.CalendarLayer;
import wf.calendar.DayPart;
import wf.calendar.SpecialDay;
import wf.calendar.WorkDay;
import wf.command.Inputs;
import wf.contract.CalendarDay;
import wf.contract.Weekday;
import wf.contract.WorkingCalendar;
import wf.contract.WorkingPart;
import wf.contract.WorkingWeekday;

/** Calendars as people send them and read them, and as the engine reckons with them. */
final class CalendarForm {

    private static final int MOST_PARTS = 20;
    private static final int MOST_DAYS = 2_000;
    private static final int LONGEST_NAME = 100;
    private final Locale locale;

    CalendarForm(Locale locale) {
        this.locale = locale;
    }

    // ---- reading ----

    ZoneId zone(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            Inputs.require(false, locale, "CALENDAR_ZONE", text);
            return null;
        }
    }

    /** Null where nothing is said. */
    Map<DayOfWeek, WorkDay> week(List<WorkingWeekday> days) {
        Map<DayOfWeek, WorkDay> week = new EnumMap<>(DayOfWeek.class);
        for (WorkingWeekday day : given(days)) {
            Inputs.require(day != null && day.day != null, locale, "GIVEN", "week");
            Inputs.require(week.put(DayOfWeek.valueOf(day.day.name()), hours(day.parts)) == null, locale, "CALENDAR_TWICE", day.day);
        }
        Inputs.require(days == null || days.isEmpty() || week.values().stream().anyMatch(d -> !d.isFree()), locale, "CALENDAR_NO_WORK");
        return week.isEmpty() ? null : week;
    }

    Map<LocalDate, SpecialDay> days(List<CalendarDay> sent) {
        Map<LocalDate, SpecialDay> days = new TreeMap<>();
        for (CalendarDay day : given(sent)) {
            Inputs.require(day != null, locale, "GIVEN", "days");
            Inputs.require(day.name == null || day.name.length() <= LONGEST_NAME, locale, "TEXT_TOO_LONG", "name", LONGEST_NAME);
            LocalDate first = date(day.date, "date");
            LocalDate last = day.until == null ? first : date(day.until, "until");
            Inputs.require(!last.isBefore(first) && ChronoUnit.DAYS.between(first, last) < MOST_DAYS, locale, "CALENDAR_DAYS", day.date, day.until);
            WorkDay hours = day.parts == null || day.parts.isEmpty() ? null : hours(day.parts);
            Inputs.require(hours == null || day.worked, locale, "CALENDAR_FREE_HOURS", day.date);
            first.datesUntil(last.plusDays(1)).forEach(d -> days.put(d, new SpecialDay(day.worked, day.name, hours)));
            mustBeFew(days);
        }
        return days;
    }

    void mustBeFew(Map<LocalDate, SpecialDay> days) {
        Inputs.require(days.size() <= MOST_DAYS, locale, "CALENDAR_TOO_MANY_DAYS", MOST_DAYS);
    }

    LocalDate date(String text, String field) {
        Inputs.require(text != null && !text.isBlank(), locale, "GIVEN", field);
        try {
            Inputs.require(text.length() == 10, locale, "CALENDAR_DATE", text);
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            Inputs.require(false, locale, "CALENDAR_DATE", text);
            return null;
        }
    }

    private WorkDay hours(List<WorkingPart> parts) {
        Inputs.require(given(parts).size() <= MOST_PARTS, locale, "CALENDAR_PARTS", MOST_PARTS);
        try {
            return new WorkDay(given(parts).stream().map(p -> new DayPart(DayPart.minute(String.valueOf(p.from)), DayPart.minute(String.valueOf(p.to)))).toList());
        } catch (IllegalArgumentException e) {
            Inputs.require(false, locale, "CALENDAR_HOURS", told(parts));
            return null;
        }
    }

    private static String told(List<WorkingPart> parts) {
        return String.join(", ", parts.stream().map(p -> Objects.toString(p.from, "–") + "-" + Objects.toString(p.to, "–")).toList());
    }

    private static <T> List<T> given(List<T> list) {
        return list == null ? List.of() : list;
    }

    // ---- showing ----

    static void show(CalendarLayer layer, WorkingCalendar calendar) {
        calendar.zone = layer.zone() == null ? null : layer.zone().getId();
        if (layer.week() != null) {
            new TreeMap<>(layer.week()).forEach((day, hours) -> {
                WorkingWeekday shown = new WorkingWeekday();
                shown.day = Weekday.valueOf(day.name());
                shown.parts.addAll(parts(hours));
                calendar.week.add(shown);
            });
        }
    }

    /** Days that follow each other and are the same stand together. */
    static void showDays(CalendarLayer layer, WorkingCalendar calendar) {
        CalendarDay last = null;
        SpecialDay before = null;
        for (Map.Entry<LocalDate, SpecialDay> entry : new TreeMap<>(layer.days()).entrySet()) {
            String date = entry.getKey().toString();
            if (last != null && entry.getValue().equals(before) && entry.getKey().minusDays(1).toString().equals(last.until == null ? last.date : last.until)) {
                last.until = date;
            } else {
                last = day(date, entry.getValue());
                calendar.days.add(last);
            }
            before = entry.getValue();
        }
    }

    private static CalendarDay day(String date, SpecialDay special) {
        CalendarDay day = new CalendarDay();
        day.date = date;
        day.worked = special.worked();
        day.name = special.name();
        if (special.hours() != null) {
            day.parts.addAll(parts(special.hours()));
        }
        return day;
    }

    static List<WorkingPart> parts(WorkDay hours) {
        return hours.parts().stream().map(p -> {
            WorkingPart part = new WorkingPart();
            part.from = DayPart.text(p.from());
            part.to = DayPart.text(p.to());
            return part;
        }).toList();
    }
}
