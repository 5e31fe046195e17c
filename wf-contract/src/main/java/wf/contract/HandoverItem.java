package wf.contract;

import java.io.Serializable;

/**
 * A piece of work that is to go from one person to another.
 */
public class HandoverItem implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The item as the giver has it. */
    public long workItemId;

    /** Its instance. */
    public long instanceId;

    /** Title of the instance. */
    public String title;

    /** Key of its definition. */
    public String definitionKey;

    /** How it stands. */
    public HandoverItemState state;

    /** The item that came in its place; null before. */
    public Long newItemId;

    /** Why it did not move; null otherwise. */
    public ErrorCode code;

    /** The same as a sentence; null otherwise. */
    public String reason;
}
