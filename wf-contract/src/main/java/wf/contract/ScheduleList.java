package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Schedules of a tenant, by name.
 */
public class ScheduleList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The schedules. */
    public List<ScheduleInfo> schedules = new ArrayList<>();

    /** There are more: send it as {@code after}. Null when these were the last. */
    public String next;
}
