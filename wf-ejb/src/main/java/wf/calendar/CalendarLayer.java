package wf.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * What one tenant, department or person says about working time. Whatever it leaves open is said by the next one further out: the zone,
 * the week as a whole, and each special day by itself. So somebody's leave does not take the holidays of his house from him.
 *
 * @param zone null where it says none
 * @param week the days on which is worked, of which those that are missing are free; null where it says nothing about the week
 * @param days special days, by date
 */
public record CalendarLayer(ZoneId zone, Map<DayOfWeek, WorkDay> week, Map<LocalDate, SpecialDay> days) {

    public CalendarLayer {
        week = week == null || week.isEmpty() ? null : Map.copyOf(week);
        days = days == null ? Map.of() : Map.copyOf(days);
    }
}
