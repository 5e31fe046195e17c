package wf.runtime;

import java.util.Objects;
import java.util.Optional;
import wf.definition.Blocks;
import wf.definition.EventDefinition;
import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.instance.Branch;
import wf.instance.BranchEnd;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.instance.TokenEvent.BranchOpened;

/** Moves a token to any node (F11): on its own branch, or out of the blocks and sub-processes in which it stands. */
public final class Jumping {

    private final Flow flow;
    private final ProcessInstance instance;
    private final BranchTree tree;

    public Jumping(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
        this.tree = new BranchTree(instance);
    }

    /** Whether the node is one that a token can come to, in the scope of the visit or one around it. */
    public static boolean leads(String nodeId, NodeInstance from, ProcessDefinition definition, ProcessInstance instance) {
        return nodeId != null && definition.has(nodeId) && takesTokens(definition.node(nodeId))
                && token(from, definition.node(nodeId), instance).isPresent();
    }

    private static boolean takesTokens(Node node) {
        return !node.type().equals("startEvent") && !node.type().equals("boundaryEvent") && !node.isEventSubProcess()
                && !node.activity().forCompensation() && !node.event().has(EventDefinition.Link.class);
    }

    /**
     * The token of the scope in which the node stands: the visit itself, or the sub-process around it; empty where there is
     * none. One of several instances of an activity does not leave it alone: the whole activity does.
     */
    public static Optional<NodeInstance> token(NodeInstance visit, Node target, ProcessInstance instance) {
        BranchTree tree = new BranchTree(instance);
        NodeInstance at = visit;
        while (!Objects.equals(scopeNode(at, tree, instance), target.scope()) || tree.isLoopInstance(at)) {
            if (tree.scopeOf(at) == null) {
                return Optional.empty();
            }
            at = instance.nodeInstance(tree.scopeOf(at));
        }
        return Optional.of(at);
    }

    private static String scopeNode(NodeInstance visit, BranchTree tree, ProcessInstance instance) {
        Long scopeId = tree.scopeOf(visit);
        return scopeId == null ? null : instance.nodeInstance(scopeId).nodeId();
    }

    /** @param keep whether branches beside go on, where the jump leads out of their block */
    public void jump(NodeInstance visit, Node target, boolean keep) {
        NodeInstance token = token(visit, target, instance).orElseThrow();
        Branch goesOn = instance.branch(token.branchId());
        while (!tree.isTop(goesOn) && goesOn.splitNodeId() != null && !new Blocks(flow.definition()).isInside(goesOn.splitNodeId(), target.id())) {
            goesOn = instance.branch(goesOn.parentId());
        }
        flow.sentAs(visit);
        new SettledJoins(flow).taken(token);
        new ComplexJoins(flow).goesBack(token, target);
        if (goesOn.id() == token.branchId()) {
            flow.cancel(token, BranchEnd.CANCELLED);
            flow.send(goesOn.id(), target);
        } else if (keep) {
            leaveAlone(token, goesOn, target);
        } else {
            new Returning(flow).giveUp(goesOn.id(), tree.below(goesOn.id()), -1);
            flow.sentAs(visit);
            flow.send(goesOn.id(), target);
        }
    }

    /** The token goes on beside the branch whose parts stay. */
    private void leaveAlone(NodeInstance token, Branch around, Node target) {
        flow.cancel(token, BranchEnd.CANCELLED);
        Branch beside = new Branch(flow.facts().newId(), around.parentId(), around.splitNodeInstanceId(), tree.nextOrdinal(around.parentId()),
                around.scopeId(), around.splitNodeId(), false);
        flow.emit(new BranchOpened(beside));
        flow.send(beside.id(), target);
        flow.end(token.branchId(), BranchEnd.CANCELLED);
    }
}
