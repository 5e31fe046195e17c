package wf.runtime;

import java.util.List;
import java.util.Optional;
import wf.definition.Node;
import wf.instance.BranchEnd;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;
import wf.instance.Rework;
import wf.instance.TokenEvent.ReturnAwaited;
import wf.instance.TokenEvent.WorkCameBack;

/**
 * Returns that wait for the branches beside (§1.3 case B, policy WAIT): the token stands where it was until each of the
 * others is to be returned too or waits at a join; then all go back together.
 */
public final class PendingReturns {

    private final Flow flow;
    private final ProcessInstance instance;
    private final BranchTree tree;

    public PendingReturns(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
        this.tree = new BranchTree(instance);
    }

    /** The work of the visit is to go back there when the others have come to rest. */
    public void await(NodeInstance visit, ReturnWay way) {
        new Activities(flow).lay(visit);
        flow.emit(new ReturnAwaited(visit.id(), way.target().nodeInstanceId()));
    }

    /** Lets one of them go back; false when none can. */
    boolean goOn() {
        return instance.hasPendingReturns() && oneGoesOn();
    }

    private boolean oneGoesOn() {
        List<NodeInstance> pending = instance.nodeInstances().stream().filter(v -> v.state() == NodeInstanceState.RETURNED).toList();
        for (NodeInstance visit : pending) {
            Optional<ReturnWay> way = flow.trail().of(visit.rework().awaits())
                    .flatMap(t -> new ReturnWays(flow.definition(), instance, flow.trail()).to(t, visit));
            if (way.isEmpty()) {
                enterAnew(visit);
                return true;
            } else if (isAtRest(way.get().anchorId(), visit)) {
                new Returning(flow).goBack(visit, List.of(), way.get(), Returning.Manner.PLAIN);
                return true;
            }
        }
        return false;
    }

    private boolean isAtRest(long anchorId, NodeInstance visit) {
        return tree.below(anchorId).stream().flatMap(b -> tree.tokenOf(b.id()).stream()).allMatch(t -> t.id() == visit.id()
                || t.state() == NodeInstanceState.WAITING || t.state() == NodeInstanceState.RETURNED || isAround(t));
    }

    /** A sub-process rests when what is inside does. */
    private boolean isAround(NodeInstance token) {
        return tree.countTop(token.id()) > 0;
    }

    /** Where it was to go is gone meanwhile: the node is worked on again, a call with what it had called. */
    private void enterAnew(NodeInstance visit) {
        long branchId = visit.branchId();
        Node node = flow.nodeOf(visit);
        flow.sentAs(visit);
        flow.cancel(visit, BranchEnd.CANCELLED);
        if (node.settings().awaitsCalled()) {
            NodeInstance anew = flow.put(branchId, node, visit.viaFlow());
            flow.emit(new WorkCameBack(anew.id(), Rework.calling(visit.id())));
            new Returning(flow).reopen(flow.now(anew));
        } else {
            flow.enter(branchId, node, visit.viaFlow());
        }
    }
}
