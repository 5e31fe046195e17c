package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * F13: lets more people do the work of a node that is going on.
 */
public class SupplementRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** The visit of the node; {@link WorkItemInfo#nodeInstanceId} of any of its items; required. */
    public Long nodeInstanceId;

    /** Who is to do it too; required. */
    public List<String> users = new ArrayList<>();

    /** SIGN in a signing round, else MAIN; null: whichever the node has. */
    public WorkItemKind kind;
}
