package wf.contract;

import java.io.Serializable;

/**
 * F22: an instance of another process that an operation has started from an item.
 */
public class StartedProcess implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Key of its process. */
    public String definitionKey;

    /** The new instance; null while it is pending: in a preview, where it had not begun when this was answered, and when the answer is given again. */
    public Long instanceId;

    /** Item from which it was started. */
    public long workItemId;

    /** Whether that item waits for its end. */
    public boolean waits;
}
