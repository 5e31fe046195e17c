package wf.contract;

import java.io.Serializable;

/**
 * What an operation on calendars did, or in a preview would do.
 */
public class CalendarReply implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Operation id, the client's or one made by the server. */
    public String opId;

    /** True when nothing was stored. */
    public boolean preview;

    /** The calendar as it is now; as it was, where it is gone. */
    public WorkingCalendar calendar;
}
