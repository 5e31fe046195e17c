package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.JumpRequest;
import wf.runtime.Flow;
import wf.runtime.Rejection;

/** F11 跳转: the work goes to any node, whatever the conditions of the model say. */
public final class Jump implements Operation<JumpRequest> {

    @Override
    public String name() {
        return "jump";
    }

    @Override
    public Class<JumpRequest> requestType() {
        return JumpRequest.class;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.MAIN, Identity.MANAGER);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.isRunning(on);
    }

    @Override
    public Optional<Rejection> refuse(JumpRequest request, Subject on) {
        return Checks.isGiven(request.nodeId, "nodeId").or(() -> Jumps.refuse(request, on.visit(), on));
    }

    @Override
    public void decide(JumpRequest request, Subject on, Flow flow) {
        Jumps.perform(request, on.visit(), on, flow);
    }
}
