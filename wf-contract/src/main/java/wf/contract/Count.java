package wf.contract;

import java.io.Serializable;

/**
 * How many rows the query without paging has.
 */
public class Count implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Rows. */
    public long count;
}
