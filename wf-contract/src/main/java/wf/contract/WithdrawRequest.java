package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * F10: withdraws what the caller has started, or items that he has sent.
 */
public class WithdrawRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** Null means INSTANCE. */
    public WithdrawScope scope;

    /** Why, at most 4000 characters. */
    public String reason;

    /** With the scope WORKITEM: which items. */
    public List<Long> workItemIds = new ArrayList<>();
}
