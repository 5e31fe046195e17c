package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * Something that keeps a branch from going on (§4.2 I14).
 */
public class IncidentInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Id; null in a preview. */
    public Long id;

    /** Instance. */
    public long instanceId;

    /** Title of the instance. */
    public String instanceTitle;

    /** Node. */
    public String nodeId;

    /** RULE_ERROR, STUCK_JOIN, NO_PARTICIPANT, NO_ROUTE or QUOTA. */
    public String code;

    /** What happened and what to do. */
    public String message;

    /** When. */
    public Date at;
}
