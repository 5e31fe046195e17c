package wf.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import wf.definition.Node;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.SettledJoin;
import wf.instance.WaitEvent.JoinSettled;

/**
 * Joins that wait in vain because an operation took a token away, or put one where the others of its block are gone (§0.4a):
 * a slot that stays empty for that reason counts as satisfied, so that no operation can bring a process to a dead end. What
 * the model itself leaves unfillable stays an incident.
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
        settle(tree.scopeOf(visit), node -> mayCome(visit.nodeId(), node));
    }

    /** An operation adds a branch that begins at the node: joins that would wait for it beside the others need not where it cannot come. */
    void added(long branchId, Node at) {
        settle(flow.instance().branch(branchId).scopeId(), node -> mayCome(at.id(), node));
    }

    /**
     * An operation puts a token at the node: joins to which it comes by some of their flows need others, which may have gone
     * through already. One that it can fill by itself, since the split is still before it, is left to the model.
     */
    void placed(long branchId, Node at) {
        settle(flow.instance().branch(branchId).scopeId(), node -> node.id().equals(at.id()) || needsOthers(node, at));
    }

    private boolean mayCome(String from, Node join) {
        return join.id().equals(from) || !flow.definition().approaches(join, from).isEmpty();
    }

    private boolean needsOthers(Node join, Node from) {
        int ways = flow.definition().approaches(join, from.id()).size();
        return ways > 0 && (ways < join.incoming().size() || join.activity().startQuantity() > 1);
    }

    private void settle(Long scopeId, Predicate<Node> concerned) {
        for (Node node : flow.definition().tree().inside(scopeId == null ? null : flow.instance().nodeInstance(scopeId).nodeId())) {
            if (waitsForOthers(node) && concerned.test(node) && !flow.instance().isSettled(scopeId, node.id())) {
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
