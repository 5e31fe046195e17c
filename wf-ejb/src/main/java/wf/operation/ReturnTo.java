package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.ReturnToRequest;
import wf.runtime.Flow;
import wf.runtime.Rejection;

/** F7 任意退回: back to a node that was handled before. */
public final class ReturnTo implements Operation<ReturnToRequest> {

    @Override
    public String name() {
        return "returnTo";
    }

    @Override
    public Class<ReturnToRequest> requestType() {
        return ReturnToRequest.class;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.MAIN, Identity.SIGN);
    }

    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isRunning(on), Checks.isTaken(on), leavesTheRound(on), Returns.hasTarget(on));
    }

    /** Where the node keeps returns in the round, nobody chooses another way for them. */
    private static Optional<Rejection> leavesTheRound(Subject on) {
        return RoundReturns.applies(on) ? Optional.of(Rejection.of(ErrorCode.NODE_POLICY, "RETURN_IN_ROUND", on.node().label())) : Optional.empty();
    }

    @Override
    public Optional<Rejection> refuse(ReturnToRequest request, Subject on) {
        return Checks.first(Checks.isGiven(request.nodeInstanceId, "nodeInstanceId"),
                Returns.isTarget(on, request.nodeInstanceId)).or(() -> Returns.isConfirmed(request, on, request.nodeInstanceId));
    }

    @Override
    public void decide(ReturnToRequest request, Subject on, Flow flow) {
        Returns.perform(request, on, () -> request.nodeInstanceId, flow);
    }
}
