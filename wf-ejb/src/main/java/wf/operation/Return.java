package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.ReturnRequest;
import wf.contract.WorkItemKind;
import wf.runtime.Flow;
import wf.runtime.Rejection;

/** F6 退回: back to whoever sent the work. */
public final class Return implements Operation<ReturnRequest> {

    @Override
    public String name() {
        return "return";
    }

    @Override
    public Class<ReturnRequest> requestType() {
        return ReturnRequest.class;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.MAIN, Identity.SIGN, Identity.ADDSIGN);
    }

    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isRunning(on), Checks.isTaken(on)).or(() -> RoundReturns.applies(on) ? Optional.empty() : hasTarget(on));
    }

    /** Whom somebody at work has added can send it back to him, where the node says so, and to nobody else. */
    private static Optional<Rejection> hasTarget(Subject on) {
        return on.item().kind() == WorkItemKind.ADDSIGN
                ? Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "WRONG_KIND", on.item().kind().name()))
                : Returns.modelled(on).map(t -> Returns.isTarget(on, t.nodeInstanceId())).orElseGet(() -> Returns.nothingBefore(on));
    }

    @Override
    public Optional<Rejection> refuse(ReturnRequest request, Subject on) {
        return RoundReturns.applies(on) ? Optional.empty() : Returns.isConfirmed(request, on, target(on));
    }

    private static long target(Subject on) {
        return Returns.modelled(on).orElseThrow().nodeInstanceId();
    }

    @Override
    public void decide(ReturnRequest request, Subject on, Flow flow) {
        Returns.perform(request, on, () -> target(on), flow);
    }
}
