package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * Whether an instance's journal is whole. Of a purged instance (I10) the hashes and who did what when are there, and the
 * texts that the hashes were made of are not.
 */
public class Verification implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Instance. */
    public long instanceId;

    /** True when every row is there, unchanged and in order. */
    public boolean intact;

    /** Rows read. */
    public long rows;

    /** First row that does not fit, or null; null too where a purged journal does not tell which. */
    public Long brokenAt;

    /** Hash of the last row, which stands for all before it. */
    public String headHash;

    /** When the instance was purged; null where it is there. */
    public Date purgedAt;

    /** Who purged it, by his id. */
    public String purgedBy;
}
