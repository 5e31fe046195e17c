package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * 8.1: stores the calendar of the tenant, a department or a person, in place of the one that is there.
 */
public class PutCalendarRequest extends ArrangementRequest {
    private static final long serialVersionUID = 1L;

    /** Time zone of all its times; null leaves it to the next calendar further out. */
    public String zone;

    /** The days of the week on which is worked; empty leaves it to the next calendar further out. */
    public List<WorkingWeekday> week = new ArrayList<>();

    /** Days that are otherwise than their weekdays, at most 2000. A later one counts before an earlier one and before {@code holidays}. */
    public List<CalendarDay> days = new ArrayList<>();

    /** Years of holidays that come with the product and are copied in, such as {@code CN-2026}. */
    public List<String> holidays = new ArrayList<>();

    /** Keeps the special days that are stored, and adds these. */
    public boolean keepDays;
}
