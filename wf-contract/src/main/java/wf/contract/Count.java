package wf.contract;

import java.io.Serializable;

/**
 * How many rows the query without paging has.
 */
public class Count implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Rows; where {@link #more} is true, the 1,000 that were counted. */
    public long count;

    /** Whether there are more rows than were counted, which happens only where nobody asked for the exact number. */
    public boolean more;
}
