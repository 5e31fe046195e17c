package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.JumpRequest;
import wf.contract.SiblingPolicy;
import wf.runtime.Flow;
import wf.runtime.Jumping;
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
        return Checks.first(Checks.isGiven(request.nodeId, "nodeId"), Targets.isReachable(request.nodeId, on.visit(), on),
                Targets.areKnown(request.users, on));
    }

    @Override
    public void decide(JumpRequest request, Subject on, Flow flow) {
        flow.choose(request.nodeId, request.users);
        new Jumping(flow).jump(on.visit(), on.definition().node(request.nodeId), request.siblings == SiblingPolicy.KEEP);
    }
}
