package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * When is worked on one day of the week.
 */
public class WorkingWeekday implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The day of the week. */
    public Weekday day;

    /** The parts of the day in which is worked. */
    public List<WorkingPart> parts = new ArrayList<>();
}
