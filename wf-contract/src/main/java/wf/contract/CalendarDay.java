package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Days that are otherwise than their weekdays: holidays, or days of work instead of others 调休.
 */
public class CalendarDay implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The first day, such as {@code 2026-10-01}. */
    public String date;

    /** The last day; null where it is the first. */
    public String until;

    /** Whether is worked on them; false for holidays. */
    public boolean worked;

    /** What people call them, at most 100 characters, or null. */
    public String name;

    /** When is worked on them; empty: as on the working days of the week. */
    public List<WorkingPart> parts = new ArrayList<>();
}
