package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * F24: where the work would go if it were submitted now. Nothing was done.
 */
public class RouteEvaluation implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Item that would be submitted. */
    public long workItemId;

    /** Its instance. */
    public long instanceId;

    /** Whether the work would leave its node; false while others there have to do their part. */
    public boolean leaves;

    /** Conditions in the order in which they were looked at; those behind the first that holds often are not. */
    public List<RouteCondition> conditions = new ArrayList<>();

    /** Rules and scripts of nodes in the order in which they ran; one that failed or rejects is the last, with its error. */
    public List<AppliedRule> rules = new ArrayList<>();

    /** Nodes in the order in which the work would come to them, up to where it rests; each once. */
    public List<RouteNode> nodes = new ArrayList<>();

    /** Why it would be refused on its way, NO_ROUTE, NO_PARTICIPANT or RULE_ERROR among others; null when it would not. The nodes before are listed. */
    public ErrorCode code;

    /** The same as a sentence in the caller's language. */
    public String reason;
}
