package wf.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import wf.definition.Node;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.SettledJoin;
import wf.instance.WaitEvent.JoinSettled;

/**
 * Joins that wait in vain because an operation took a token away (§0.4a): the slot that it leaves counts as satisfied, so
 * that no operation can bring a process to a dead end. What the model itself leaves unfillable stays an incident.
 */
final class SettledJoins {

    private final Flow flow;
    private final BranchTree tree;

    SettledJoins(Flow flow) {
        this.flow = flow;
        this.tree = new BranchTree(flow.instance());
    }

    /** An operation is about to take the token at the visit: whatever it might have come to need not wait for it. */
    void taken(NodeInstance visit) {
        Long scopeId = tree.scopeOf(visit);
        for (Node node : flow.definition().tree().inside(scopeId == null ? null : flow.instance().nodeInstance(scopeId).nodeId())) {
            boolean mayCome = node.id().equals(visit.nodeId()) || !flow.definition().approaches(node, visit.nodeId()).isEmpty();
            if (waitsForOthers(node) && mayCome && !flow.instance().isSettled(scopeId, node.id())) {
                flow.emit(new JoinSettled(new SettledJoin(scopeId, node.id())));
            }
        }
    }

    private static boolean waitsForOthers(Node node) {
        boolean counts = node.type().equals("complexGateway") && !node.incoming().isEmpty();
        return node.settings().joinsEveryFlow() && node.incoming().size() > 1 || counts || node.activity().startQuantity() > 1;
    }

    /** Lets one of those that wait in vain go on; false when there is none. */
    boolean goOn(Map<InclusiveJoins.Place, NodeInstance> stuck) {
        Map<InclusiveJoins.Place, NodeInstance> settled = new LinkedHashMap<>(stuck);
        settled.keySet().removeIf(p -> !flow.instance().isSettled(p.scopeId(), p.nodeId()));
        settled.values().stream().findFirst().ifPresent(this::goOn);
        return !settled.isEmpty();
    }

    private void goOn(NodeInstance visit) {
        Node node = flow.nodeOf(visit);
        if (node.activity().startQuantity() > 1) {
            new Activities(flow).beginAnyway(node, visit);
        } else {
            flow.types().of(node).skip(node, visit, flow);
        }
    }
}
