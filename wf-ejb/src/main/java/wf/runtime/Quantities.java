package wf.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import wf.definition.Node;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.TokenEvent.NodeResumed;

/** An activity that needs several tokens to begin takes them as one (BPMN 2.0.2 clause 13.3.2, start quantity). */
final class Quantities {

    private final Flow flow;

    Quantities(Flow flow) {
        this.flow = flow;
    }

    /** Whether the activity may begin at this visit. */
    boolean isEnough(Node node, NodeInstance visit) {
        return isTaken(node, visit) || waitingWith(visit).size() >= node.activity().startQuantity();
    }

    /** Whether it needs no others, or had them when it began for the first time. */
    private boolean isTaken(Node node, NodeInstance visit) {
        return node.activity().startQuantity() <= 1 || flow.hasBegun(visit);
    }

    /** The activity begins: the tokens that it needs go on as this one. */
    void take(Node node, NodeInstance visit) {
        int needed = node.activity().startQuantity();
        if (!isTaken(node, visit)) {
            List<NodeInstance> here = waitingWith(visit);
            new Joins(flow).merge(here.subList(here.size() - needed, here.size()));
        } else if (node.activity().mutex() != null && visit.state() == NodeInstanceState.WAITING) {
            flow.emit(new NodeResumed(visit.id()));
        }
    }

    /** Tokens that wait at this node already, and this one as the last. */
    private List<NodeInstance> waitingWith(NodeInstance visit) {
        BranchTree tree = new BranchTree(flow.instance());
        Long scopeId = tree.scopeOf(visit);
        List<NodeInstance> here = new ArrayList<>(flow.instance().nodeInstances().stream()
                .filter(v -> v.nodeId().equals(visit.nodeId()) && v.state() == NodeInstanceState.WAITING
                        && v.id() != visit.id() && Objects.equals(tree.scopeOf(v), scopeId)).toList());
        here.add(visit);
        return here;
    }
}
