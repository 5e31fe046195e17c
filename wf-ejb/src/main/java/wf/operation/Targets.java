package wf.operation;

import java.util.Optional;
import wf.contract.ErrorCode;
import wf.definition.EventDefinition;
import wf.definition.Node;
import wf.instance.NodeInstance;
import wf.runtime.Jumping;
import wf.runtime.Rejection;

/** Where tokens may be sent that leave the model's ways. */
final class Targets {

    private Targets() { }

    /** A node that a token can come to, in the same scope or one around it. */
    static Optional<Rejection> isReachable(String nodeId, NodeInstance from, Subject on) {
        boolean may = nodeId != null && on.definition().has(nodeId) && takesTokens(on.definition().node(nodeId))
                && Jumping.token(from, on.definition().node(nodeId), on.instance()).isPresent();
        return may ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.TARGET_INVALID, "JUMP_TARGET", String.valueOf(nodeId)));
    }

    private static boolean takesTokens(Node node) {
        return !node.type().equals("startEvent") && !node.type().equals("boundaryEvent") && !node.isEventSubProcess()
                && !node.activity().forCompensation() && !node.event().has(EventDefinition.Link.class);
    }
}
