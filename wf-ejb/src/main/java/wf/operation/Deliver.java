package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.OperationRequest;
import wf.runtime.Arrivals;
import wf.runtime.Flow;
import wf.runtime.Rejection;

/** What came while the instance stood still happens now, one after another. The engine's own operation. */
public final class Deliver implements Operation<OperationRequest> {

    @Override
    public String name() {
        return "deliver";
    }

    @Override
    public Class<OperationRequest> requestType() {
        return OperationRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.ENGINE;
    }

    @Override
    public Set<Identity> who() {
        return Set.of();
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.isRunningOrDraft(on);
    }

    @Override
    public Optional<Rejection> refuse(OperationRequest request, Subject on) {
        return on.instance().arrivals().isEmpty() ? Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOT_AWAITED")) : Optional.empty();
    }

    @Override
    public void decide(OperationRequest request, Subject on, Flow flow) {
        new Arrivals(flow).deliverNext(target -> Returns.restored(on, target));
        Trigger.releaseDraft(on, flow);
    }
}
