package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * Y8: two moments and what lies between them of working time.
 */
public class WorkTime implements Serializable {
    private static final long serialVersionUID = 1L;

    /** From when. */
    public Date from;

    /** Until when. */
    public Date to;

    /** How many seconds of working time lie between; negative where the second moment comes first. */
    public long seconds;

    /** The time zone of the calendar. */
    public String zone;

    /** In words, in the language of the caller, for people. */
    public String because;
}
