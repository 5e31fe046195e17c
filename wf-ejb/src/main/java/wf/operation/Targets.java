package wf.operation;

import java.util.Objects;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.instance.NodeInstance;
import wf.runtime.Jumping;
import wf.runtime.Rejection;

/** Where tokens may be sent that leave the model's ways. */
final class Targets {

    private Targets() { }

    /** A node that a token can come to, in the same scope or one around it. */
    static Optional<Rejection> isReachable(String nodeId, NodeInstance from, Subject on) {
        return Jumping.leads(nodeId, from, on.definition(), on.instance()) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.TARGET_INVALID, "JUMP_TARGET", Objects.toString(nodeId, "–")));
    }
}
