package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * One visit of a node by a branch.
 */
public class NodeVisit implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The visit. */
    public long nodeInstanceId;

    /** Node. */
    public String nodeId;

    /** Name of the node, or its id. */
    public String nodeName;

    /** Branch. */
    public long branchId;

    /** ACTIVE, WAITING (at a join), INCIDENT, DONE, RETURNED or CANCELLED. */
    public String state;

    /** When it began. */
    public Date enteredAt;

    /** When it ended, or null. */
    public Date leftAt;
}
