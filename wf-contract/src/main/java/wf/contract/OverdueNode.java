package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * Y10: what is late, or of which a warning has come.
 */
public class OverdueNode implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The instance. */
    public long instanceId;

    /** Title of the instance. */
    public String instanceTitle;

    /** Key of its definition. */
    public String definitionKey;

    /** The step; null for the instance as a whole. */
    public String nodeId;

    /** Name of the step. */
    public String nodeName;

    /** The visit of the step; null for the instance as a whole. */
    public Long nodeInstanceId;

    /** The item, where the limit is that of one item; else null. */
    public Long workItemId;

    /** When it is due. */
    public Date dueAt;

    /** By how many seconds it is late; negative while it is not. */
    public long overdueSeconds;

    /** How many of its levels have come. */
    public int levels;
}
