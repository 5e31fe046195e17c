package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Y8: whether is worked on a day.
 */
public class Workday implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The day, such as {@code 2026-10-10}. */
    public String date;

    /** Whether is worked on it. */
    public boolean workday;

    /** What people call it where it is otherwise than its weekday; else null. */
    public String name;

    /** When is worked on it. */
    public List<WorkingPart> parts = new ArrayList<>();
}
