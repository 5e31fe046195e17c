package wf.contract;

import java.io.Serializable;

/**
 * A node that was passed without work.
 */
public class SkippedNode implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Node. */
    public String nodeId;

    /** Why it was skipped, in the caller's language. */
    public String reason;
}
