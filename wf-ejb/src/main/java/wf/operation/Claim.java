package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.OperationRequest;
import wf.instance.WorkItem;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.WorkItems;

/** F23 认领: one of the candidates takes the offered item. */
public final class Claim implements Operation<OperationRequest> {

    @Override
    public String name() {
        return "claim";
    }

    @Override
    public Class<OperationRequest> requestType() {
        return OperationRequest.class;
    }

    @Override
    public boolean suits(WorkItem item) {
        return item.wasOffered();
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.CANDIDATE);
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isRunning(on), isFree(on));
    }

    private static Optional<Rejection> isFree(Subject on) {
        return on.item().isOffered() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ALREADY_CLAIMED, "ALREADY_CLAIMED"));
    }

    @Override
    public void decide(OperationRequest request, Subject on, Flow flow) {
        new WorkItems(flow).claim(on.item(), flow.facts().actor().id());
    }
}
