package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.OperationRequest;
import wf.instance.WorkItem;
import wf.runtime.Flow;
import wf.runtime.Pauses;
import wf.runtime.Rejection;

/** F30 恢复: the item is what it was before it was laid aside, and due later by as long. */
public final class ResumeItem implements Operation<OperationRequest> {

    @Override
    public String name() {
        return "resumeItem";
    }

    @Override
    public Class<OperationRequest> requestType() {
        return OperationRequest.class;
    }

    @Override
    public Set<Identity> who() {
        return Identity.HOLDERS;
    }

    /** No button for it beside work that goes on. */
    @Override
    public boolean suits(WorkItem item) {
        return item.isSuspended();
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isInstanceRunning(on), isSuspended(on));
    }

    private static Optional<Rejection> isSuspended(Subject on) {
        return on.item().isSuspended() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "ITEM_NOT_SUSPENDED"));
    }

    @Override
    public void decide(OperationRequest request, Subject on, Flow flow) {
        new Pauses(flow).resume(on.item());
    }
}
