package wf.contract;

import java.io.Serializable;

/**
 * F24: a flow whose condition was looked at.
 */
public class RouteCondition implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Node that it leaves. */
    public String nodeId;

    /** Flow. */
    public String flowId;

    /** Name of the flow, or null. */
    public String flowName;

    /** Node to which it leads. */
    public String targetId;

    /** The condition as the model has it; null for the default flow. */
    public String condition;

    /** Whether it is the default flow, which is taken when no other holds. */
    public boolean otherwise;

    /** Whether it holds; false where it failed. */
    public boolean holds;

    /** Why it could not be found out; null where it could. The work would not get past its node. */
    public String error;
}
