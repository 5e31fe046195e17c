package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * What became of a message.
 */
public class MessageReply implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Operation id, the client's or one made by the server. */
    public String opId;

    /** True when nothing was sent. */
    public boolean preview;

    /** What became of it. */
    public MessageOutcome outcome;

    /** The instance that received it or was begun; null when it is kept, and in the preview of a start. */
    public Long instanceId;

    /** The event that received it; null when it is kept. */
    public String nodeId;

    /** Until when it is kept, or null. */
    public Date keptUntil;

    /** False when some of what it set off was still going on when this was answered. */
    public boolean settled = true;
}
