package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * F14: gives a split that was passed already one branch more.
 */
public class SupplementBranchRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** Any branch of that split that is still open; required. */
    public Long branchId;

    /** The outgoing flow of the split along which the branch begins; required. */
    public String flowId;

    /** Who is to handle its first node; empty: as modelled. */
    public List<String> users = new ArrayList<>();
}
