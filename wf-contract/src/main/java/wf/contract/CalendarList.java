package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The calendars of a tenant.
 */
public class CalendarList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Those that somebody has stored, by owner. In lists without their days. */
    public List<WorkingCalendar> calendars = new ArrayList<>();

    /** Names of years of holidays that come with the product, for {@code holidays} of {@code putCalendar}. */
    public List<String> holidays = new ArrayList<>();

    /** There are more: send it as {@code after}. Null when these were the last. */
    public String next;
}
