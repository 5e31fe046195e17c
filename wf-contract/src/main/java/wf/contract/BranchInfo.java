package wf.contract;

import java.io.Serializable;

/**
 * A branch of the token tree (§0.4).
 */
public class BranchInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Branch. */
    public long id;

    /** Branch that was split; null for the root. */
    public Long parentId;

    /** OPEN, MERGED, RETURNED, CANCELLED or ENDED. */
    public String state;

    /** Node where its token stands, or null. */
    public String nodeId;
}
