package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.JumpRequest;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.Rejection;

/** F11 跳转 for administrators: any token of the instance, at whatever node it stands, an incident among them. */
public final class MoveToken implements Operation<JumpRequest> {

    @Override
    public String name() {
        return "moveToken";
    }

    @Override
    public Class<JumpRequest> requestType() {
        return JumpRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.INSTANCE;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.MANAGER);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.isInstanceRunning(on);
    }

    @Override
    public Optional<Rejection> refuse(JumpRequest request, Subject on) {
        return Checks.first(Checks.isGiven(request.nodeInstanceId, "nodeInstanceId"), Checks.isGiven(request.nodeId, "nodeId"))
                .or(() -> isThere(request, on))
                .or(() -> Jumps.refuse(request, visit(request, on), on));
    }

    private static Optional<Rejection> isThere(JumpRequest request, Subject on) {
        return on.instance().isActive(request.nodeInstanceId) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.TARGET_INVALID, "VISIT_OVER"));
    }

    @Override
    public void decide(JumpRequest request, Subject on, Flow flow) {
        Jumps.perform(request, visit(request, on), on, flow);
    }

    private static NodeInstance visit(JumpRequest request, Subject on) {
        return on.instance().nodeInstance(request.nodeInstanceId);
    }
}
