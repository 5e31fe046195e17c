package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * F33: a node to which work can be returned.
 */
public class ReturnTarget implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The visit, for {@link ReturnToRequest#nodeInstanceId}. */
    public long nodeInstanceId;

    /** Instance in which it was: that of the item, or the one that called it. Work that goes there ends the called instance. */
    public long instanceId;

    /** Node. */
    public String nodeId;

    /** Name of the node. */
    public String nodeName;

    /** Who handled it and will get the work. */
    public Person handler;

    /** When. */
    public Date handledAt;
}
