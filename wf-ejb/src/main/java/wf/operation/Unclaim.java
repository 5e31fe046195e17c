package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.OperationRequest;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemUnclaimed;
import wf.runtime.Flow;
import wf.runtime.Rejection;

/** F23 放回任务池: the holder of a claimed item offers it to the candidates again. */
public final class Unclaim implements Operation<OperationRequest> {

    @Override
    public String name() {
        return "unclaim";
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
        return Set.of(Identity.MAIN);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isRunning(on), wasClaimed(on), Checks.asksNobody(on));
    }

    private static Optional<Rejection> wasClaimed(Subject on) {
        return on.item().wasOffered() && !on.item().isOffered() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOT_CLAIMED"));
    }

    @Override
    public void decide(OperationRequest request, Subject on, Flow flow) {
        flow.emit(new WorkItemUnclaimed(on.item().id()));
    }
}
