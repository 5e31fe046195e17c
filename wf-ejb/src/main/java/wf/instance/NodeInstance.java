package wf.instance;

import java.time.Instant;

/**
 * A visit of a node by the token of a branch, for as long as the token stands there.
 *
 * @param viaFlow the flow by which the token came; null at a start or after a return
 * @param sender the visit of the human node from which the token was sent; null before the first one
 * @param round the signing round held here, or null
 */
public record NodeInstance(long id, String nodeId, long branchId, NodeInstanceState state, String viaFlow, Long sender,
        Instant enteredAt, SigningRound round) {

    NodeInstance in(NodeInstanceState newState) {
        return new NodeInstance(id, nodeId, branchId, newState, viaFlow, sender, enteredAt, round);
    }

    NodeInstance on(long newBranchId) {
        return new NodeInstance(id, nodeId, newBranchId, NodeInstanceState.ACTIVE, viaFlow, sender, enteredAt, round);
    }

    NodeInstance with(SigningRound newRound) {
        return new NodeInstance(id, nodeId, branchId, state, viaFlow, sender, enteredAt, newRound);
    }
}
