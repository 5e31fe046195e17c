package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.OperationRequest;
import wf.contract.WorkItemKind;
import wf.instance.WorkItem;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.SigningRounds;

/** F29 减签: whoever added a signer asks him no longer. What votes there are decide; nobody is agreed with by removing another. */
public final class RemoveSign implements Operation<OperationRequest> {

    @Override
    public String name() {
        return "removeSign";
    }

    @Override
    public Class<OperationRequest> requestType() {
        return OperationRequest.class;
    }

    @Override
    public boolean suits(WorkItem item) {
        return item.askedBy() != null && item.kind() != WorkItemKind.ASSIST;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.SENDER, Identity.MANAGER);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isRunning(on), suits(on.item()) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOT_ADDED")));
    }

    @Override
    public void decide(OperationRequest request, Subject on, Flow flow) {
        new SigningRounds(flow).remove(on.item());
    }
}
