package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * 8.1: what the tenant, a department or a person says about working time. What it leaves open is said by the next one further out: of a person his departments, of all the tenant.
 */
public class WorkingCalendar implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whose it is: {@code tenant}, {@code dept:rd} or {@code user:li}. */
    public String owner;

    /** Time zone of all its times, such as {@code Asia/Shanghai}; null where it says none. */
    public String zone;

    /** The days of the week on which is worked; empty where it says nothing about the week. Days that are missing are free. */
    public List<WorkingWeekday> week = new ArrayList<>();

    /** Days that are otherwise than their weekdays, by date. */
    public List<CalendarDay> days = new ArrayList<>();

    /** When it was changed last. */
    public Date changedAt;

    /** By whom. */
    public String changedBy;
}
