package wf.instance;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import wf.value.Value;

/**
 * A visit of a node by the token of a branch, for as long as the token stands there.
 *
 * @param viaFlow the flow by which the token came; null at a start or after a return
 * @param sender the visit of the human node from which the token was sent; null before the first one
 * @param round the signing round held here, or null
 * @param progress how far a repeated activity has come, at the visit that stands for all of its instances; or null
 * @param variables the visit's own variables, which live and end with it
 */
public record NodeInstance(long id, String nodeId, long branchId, NodeInstanceState state, String viaFlow, Long sender,
        Instant enteredAt, SigningRound round, LoopProgress progress, Map<String, Value> variables) {

    public NodeInstance {
        variables = variables == null || variables.isEmpty() ? Map.of() : Collections.unmodifiableMap(variables);
    }

    public static NodeInstance entered(long id, String nodeId, long branchId, String viaFlow, Long sender, Instant at) {
        return new NodeInstance(id, nodeId, branchId, NodeInstanceState.ACTIVE, viaFlow, sender, at, null, null, Map.of());
    }

    NodeInstance in(NodeInstanceState newState) {
        return new NodeInstance(id, nodeId, branchId, Lifecycle.NODE_INSTANCE.next(state, newState), viaFlow, sender, enteredAt, round, progress, variables);
    }

    NodeInstance on(long newBranchId) {
        return new NodeInstance(id, nodeId, newBranchId, Lifecycle.NODE_INSTANCE.next(state, NodeInstanceState.ACTIVE), viaFlow, sender, enteredAt, round,
                progress, variables);
    }

    NodeInstance renamed(Renaming names) {
        return new NodeInstance(id, names.node(nodeId), branchId, state, names.flow(viaFlow), sender, enteredAt, round, progress,
                variables);
    }

    NodeInstance with(SigningRound newRound) {
        return new NodeInstance(id, nodeId, branchId, state, viaFlow, sender, enteredAt, newRound, progress, variables);
    }

    NodeInstance with(LoopProgress newProgress) {
        return new NodeInstance(id, nodeId, branchId, state, viaFlow, sender, enteredAt, round, newProgress, variables);
    }

    NodeInstance with(String name, Value value) {
        Map<String, Value> changed = new LinkedHashMap<>(variables);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new NodeInstance(id, nodeId, branchId, state, viaFlow, sender, enteredAt, round, progress, changed);
    }
}
