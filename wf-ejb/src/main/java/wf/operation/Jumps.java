package wf.operation;

import java.util.Optional;
import wf.contract.JumpRequest;
import wf.contract.SiblingPolicy;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.Jumping;
import wf.runtime.Rejection;

/** What a jump is, whether the holder of the work makes it or an administrator moves any token. */
final class Jumps {

    private Jumps() { }

    static Optional<Rejection> refuse(JumpRequest request, NodeInstance from, Subject on) {
        return Checks.first(Targets.isReachable(request.nodeId, from, on), Others.areKnown(on, request.users));
    }

    static void perform(JumpRequest request, NodeInstance from, Subject on, Flow flow) {
        flow.choose(request.nodeId, Others.named(request.users));
        new Jumping(flow).jump(from, on.definition().node(request.nodeId), request.siblings == SiblingPolicy.KEEP);
    }
}
