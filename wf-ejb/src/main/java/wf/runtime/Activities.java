package wf.runtime;

import java.util.List;
import wf.definition.Node;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;

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
            if (!flow.isStopped(visit)) {
                goIn(node, flow.now(visit), loops);
            }
        }
    }

    /** The token has come and may not begin. Where others are in its critical section it waits for them: an incident stands inside. */
    void stopBefore(NodeInstance visit, String code, String detail) {
        if (new Loops(flow).isInstance(visit) || new CriticalSections(flow).isFree(visit)) {
            flow.raise(visit, code, detail);
        } else {
            new Joins(flow).await(visit);
        }
    }

    private void goIn(Node node, NodeInstance visit, Loops loops) {
        if (node.activity().isLooped() && !node.settings().repeatsItself()) {
            loops.begin(node, visit);
        } else {
            begin(node, visit);
        }
    }

    /** Whether enough tokens have come and its critical section is free; else the token waits. */
    private boolean mayBegin(Node node, NodeInstance visit) {
        Quantities quantities = new Quantities(flow);
        boolean may = quantities.isEnough(node, visit) && new CriticalSections(flow).isFree(visit);
        if (!may) {
            new Joins(flow).await(visit);
        } else {
            quantities.take(node, visit);
        }
        return may;
    }

    /** The activity begins with the tokens that have come, though it wants more: no others can come. */
    void beginAnyway(Node node, NodeInstance visit) {
        NodeInstance all = new Joins(flow).merge(new Joins(flow).waitingAt(node.id(), new BranchTree(flow.instance()).scopeOf(visit)));
        new Subscriptions(flow).openBoundaries(node, all);
        if (!flow.isStopped(all)) {
            goIn(node, flow.now(all), new Loops(flow));
        }
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
        if (new Mappings(flow).inputs(node, visit) && new Listeners(flow).told(node, flow.now(visit), "start")
                && new NodeRuling(flow).entered(node, flow.now(visit))) {
            flow.types().of(node).enter(node, flow.now(visit), flow);
        }
    }

    /** Work has been sent back to the node. Where its critical section is taken, it is entered later as modelled. */
    void reopen(Node node, NodeInstance visit, List<String> handlers) {
        if (!new CriticalSections(flow).isFree(visit)) {
            new Joins(flow).await(visit);
            return;
        }
        new Subscriptions(flow).openBoundaries(node, visit);
        if (flow.isStopped(visit)) {
            return;
        } else if (flow.now(visit).round() != null) {
            new SigningRounds(flow).resume(flow.now(visit), handlers);
        } else if (node.activity().isLooped() && !node.settings().repeatsItself()) {
            new Loops(flow).begin(node, visit);
        } else if (!node.isHuman()) {
            begin(node, flow.now(visit));
        } else {
            flow.types().of(node).reopen(node, visit, handlers, flow);
        }
    }

    /** The token is about to leave with its work done; what was wrong there while it went on is wrong no more. */
    void close(NodeInstance visit) {
        flow.resolveIncidents(visit, NodeInstanceState.ACTIVE);
        new Subscriptions(flow).closeAll(visit.id());
        new Jobs(flow).closeAll(visit);
        new Compensations(flow).keep(visit);
        new Scopes(flow).forgetCycles(visit.id());
        new CriticalSections(flow).release(visit);
    }

    /** Nobody works on the visit for the time being: nothing of what it waits for happens any more. */
    void lay(NodeInstance visit) {
        new Scopes(flow).clear(visit.id());
        new WorkItems(flow).cancelAll(visit);
        new Consultations(flow).forgetAll(visit);
        flow.resolveIncidents(visit, NodeInstanceState.ACTIVE);
        new Subscriptions(flow).closeAll(visit.id());
        new Jobs(flow).closeAll(visit);
        new CriticalSections(flow).release(visit);
    }

    /** The token goes without its work being done. */
    void drop(NodeInstance visit) {
        new WorkItems(flow).cancelAll(visit);
        flow.resolveIncidents(visit, NodeInstanceState.ACTIVE);
        new Subscriptions(flow).closeAll(visit.id());
        new Jobs(flow).closeAll(visit);
        new Scopes(flow).forget(visit.id());
        new CriticalSections(flow).release(visit);
    }
}
