package wf.contract;

import java.io.Serializable;

/**
 * What came of one item of an operation on many.
 */
public class ItemResult implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The item. */
    public long workItemId;

    /** Its instance. */
    public long instanceId;

    /** Whether it was done, or in a preview would be. */
    public boolean done;

    /** The item that came in its place; null in a preview, or where nothing was done. */
    public Long newItemId;

    /** Why it was not done; null when it was. */
    public ErrorCode code;

    /** The same as a sentence; null when it was. */
    public String reason;
}
