package wf.contract;

import java.io.Serializable;

/**
 * Whether an instance's journal is whole.
 */
public class Verification implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Instance. */
    public long instanceId;

    /** True when every row is there, unchanged and in order. */
    public boolean intact;

    /** Rows read. */
    public long rows;

    /** First row that does not fit, or null. */
    public Long brokenAt;
}
