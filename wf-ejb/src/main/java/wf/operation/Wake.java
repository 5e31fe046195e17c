package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.instance.WorkItem;
import wf.runtime.Flow;
import wf.runtime.Pauses;
import wf.runtime.Rejection;

/** A pause whose end was set when it began is over. The engine's own operation. */
public final class Wake implements Operation<WakeRequest> {

    @Override
    public String name() {
        return "wake";
    }

    @Override
    public Class<WakeRequest> requestType() {
        return WakeRequest.class;
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
        return Optional.empty();
    }

    @Override
    public Optional<Rejection> refuse(WakeRequest request, Subject on) {
        boolean meant = request.workItemId == null
                ? on.instance().state() == InstanceState.SUSPENDED && request.since.equals(on.instance().standing().suspendedAt())
                : !on.instance().isClosed() && item(request, on).filter(i -> i.pause().since().equals(request.since)).isPresent();
        return meant ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOT_AWAITED"));
    }

    private static Optional<WorkItem> item(WakeRequest request, Subject on) {
        return on.instance().findItem(request.workItemId).filter(i -> i.isSuspended() && !i.pause().withInstance());
    }

    @Override
    public void decide(WakeRequest request, Subject on, Flow flow) {
        if (request.workItemId == null) {
            new Pauses(flow).resume();
        } else {
            new Pauses(flow).resume(on.instance().item(request.workItemId));
        }
    }
}
