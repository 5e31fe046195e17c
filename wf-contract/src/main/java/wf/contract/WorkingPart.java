package wf.contract;

import java.io.Serializable;

/**
 * A part of a day in which is worked.
 */
public class WorkingPart implements Serializable {
    private static final long serialVersionUID = 1L;

    /** When it begins, such as {@code 09:00}. */
    public String from;

    /** When it ends, such as {@code 12:00}; {@code 24:00} is the end of the day. */
    public String to;
}
