package wf.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import wf.definition.Node;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;

/**
 * Lets tokens act in turn until all of them rest. The number of steps of one operation is limited: a process that runs
 * in circles becomes an incident at the node where it was caught, and never a hung thread.
 */
final class TokenRunner {

    private static final int MAX_STEPS = 10_000;

    private final Flow flow;
    private final Deque<Long> turns = new ArrayDeque<>();
    private int steps;

    TokenRunner(Flow flow) {
        this.flow = flow;
    }

    void add(long nodeInstanceId) {
        turns.add(nodeInstanceId);
    }

    void runToRest() {
        while (!turns.isEmpty() && !flow.isRefused()) {
            long turn = turns.remove();
            if (flow.instance().isActive(turn)) {
                act(flow.instance().nodeInstance(turn));
            }
        }
        if (!flow.isRefused()) {
            new Joins(flow).raiseStuck();
        }
    }

    private void act(NodeInstance visit) {
        if (visit.state() == NodeInstanceState.INCIDENT) {
            return;
        }
        if (++steps > MAX_STEPS) {
            flow.raise(visit, "QUOTA", "more than " + MAX_STEPS + " steps in one operation");
            return;
        }
        Node node = flow.nodeOf(visit);
        flow.types().of(node).enter(node, visit, flow);
    }
}
