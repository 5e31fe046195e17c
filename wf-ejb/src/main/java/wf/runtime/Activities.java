package wf.runtime;

import java.util.List;
import wf.definition.Node;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.TokenEvent.JoinReached;
import wf.instance.TokenEvent.NodeResumed;

/**
 * What every activity does around the work of its node type, in this order: wait for enough tokens and for its critical
 * section, watch its boundary, repeat, begin in a transaction of its own, take its inputs; and in the end let all of
 * that go again.
 */
final class Activities {

    private final Flow flow;

    Activities(Flow flow) {
        this.flow = flow;
    }

    /** A token has come to the node. */
    void arrive(Node node, NodeInstance visit) {
        Loops loops = new Loops(flow);
        if (loops.isInstance(visit)) {
            begin(node, visit);
        } else if (mayBegin(node, visit)) {
            new Subscriptions(flow).openBoundaries(node, visit);
            if (flow.instance().isActive(visit.id()) && !flow.isRefused()) {
                goIn(node, flow.now(visit), loops);
            }
        }
    }

    private void goIn(Node node, NodeInstance visit, Loops loops) {
        if (node.activity().isLooped() && !node.settings().repeatsItself()) {
            loops.begin(node, visit);
        } else {
            begin(node, visit);
        }
    }

    private boolean mayBegin(Node node, NodeInstance visit) {
        return new Quantities(flow).isEnough(node, visit) && isFree(node, visit);
    }

    /** Of a critical section (3.11) one activity runs at a time; a token that comes meanwhile waits. */
    private boolean isFree(Node node, NodeInstance visit) {
        String mutex = node.activity().mutex();
        boolean free = mutex == null || flow.instance().nodeInstances().stream().noneMatch(v -> v.id() != visit.id()
                && v.state() != NodeInstanceState.WAITING && mutex.equals(flow.nodeOf(v).activity().mutex()));
        if (!free && visit.state() != NodeInstanceState.WAITING) {
            flow.emit(new JoinReached(visit.id()));
        } else if (free && visit.state() == NodeInstanceState.WAITING) {
            flow.emit(new NodeResumed(visit.id()));
        }
        return free;
    }

    private void begin(Node node, NodeInstance visit) {
        if (node.activity().async()) {
            new Jobs(flow).postContinue(visit);
        } else {
            work(node, visit);
        }
    }

    /** The node's own work begins. */
    void work(Node node, NodeInstance visit) {
        if (new Mappings(flow).inputs(node, visit) && new Listeners(flow).told(node, flow.now(visit), "start")) {
            flow.types().of(node).enter(node, flow.now(visit), flow);
        }
    }

    /** Work has been sent back to the node. */
    void reopen(Node node, NodeInstance visit, List<String> handlers) {
        new Subscriptions(flow).openBoundaries(node, visit);
        if (!flow.instance().isActive(visit.id())) {
            return;
        } else if (node.activity().isLooped() && !node.settings().repeatsItself()) {
            new Loops(flow).begin(node, visit);
        } else {
            flow.types().of(node).reopen(node, visit, handlers, flow);
        }
    }

    /** The token is about to leave with its work done. */
    void close(NodeInstance visit) {
        new Subscriptions(flow).closeAll(visit.id());
        new Jobs(flow).closeAll(visit);
        new Compensations(flow).keep(visit);
        new Scopes(flow).forgetCycles(visit.id());
        release(visit);
    }

    /** The token goes without its work being done. */
    void drop(NodeInstance visit) {
        new WorkItems(flow).cancelAll(visit);
        flow.resolveIncidents(visit, NodeInstanceState.ACTIVE);
        new Subscriptions(flow).closeAll(visit.id());
        new Jobs(flow).closeAll(visit);
        new Scopes(flow).forget(visit.id());
        release(visit);
    }

    private void release(NodeInstance visit) {
        String mutex = flow.nodeOf(visit).activity().mutex();
        if (mutex != null) {
            flow.instance().nodeInstances().stream().filter(v -> v.id() != visit.id() && v.state() == NodeInstanceState.WAITING
                    && mutex.equals(flow.nodeOf(v).activity().mutex())).findFirst().ifPresent(flow::again);
        }
    }
}
