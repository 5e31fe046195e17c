package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * What somebody handed in to be carried out by and by, and what came of it.
 */
public class TicketInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Id. */
    public long id;

    /** State. */
    public TicketState state;

    /** The id of the operation, the client's or one made by the server. */
    public String opId;

    /** The operation. */
    public String operation;

    /** The instance that it is about. */
    public long instanceId;

    /** The work item that it is about. */
    public long workItemId;

    /** When it was handed in. */
    public Date acceptedAt;

    /** When it was done or failed, or null. */
    public Date endedAt;

    /** Why it failed, or null. */
    public ErrorCode code;

    /** The same as a sentence, or null. */
    public String message;

    /** What it did; null before, and where it failed. */
    public OperationReply reply;
}
