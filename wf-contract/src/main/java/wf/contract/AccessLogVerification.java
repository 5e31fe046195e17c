package wf.contract;

import java.io.Serializable;

/**
 * Whether the access log is as it was written.
 */
public class AccessLogVerification implements Serializable {
    private static final long serialVersionUID = 1L;

    /** True when every row of every chain is there, unchanged and in order. */
    public boolean intact;

    /** Chains that began in the time asked for. */
    public long chains;

    /** Rows in them. */
    public long rows;

    /** The first chain with a row that does not fit, or null. */
    public Long brokenChain;

    /** The server node that wrote it, or null. */
    public String brokenNode;

    /** Place of that row, or null. */
    public Long brokenAt;
}
