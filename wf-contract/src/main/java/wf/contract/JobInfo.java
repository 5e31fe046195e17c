package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * Something that the engine does by itself at its time: a timer, or what follows from an operation.
 */
public class JobInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Id. */
    public long id;

    /** TIMER, CONTINUE, CALL, CHILD, MESSAGE, SIGNAL and others. */
    public String kind;

    /** State. */
    public JobState state;

    /** The instance that it belongs to, or null. */
    public Long instanceId;

    /** The definition version that it begins, or null. */
    public Long definitionId;

    /** Node, or null. */
    public String nodeId;

    /** Message, signal or process that it is addressed to, or null. */
    public String target;

    /** Not before this moment. */
    public Date dueAt;

    /** How often it was tried. */
    public int attempts;

    /** The node that works on it, or null for none. */
    public String node;

    /** Until when others leave it to that one, or null. */
    public Date leaseUntil;

    /** Why the last attempt failed, or null. */
    public String lastError;
}
