package wf.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import wf.definition.EventDefinition;
import wf.definition.Node;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;

/**
 * Lets tokens act in turn until all of them rest. Tokens of one operation move at the same time, so one that sends a
 * signal lets the others take their places first: whoever is on his way to hear it, hears it. The number of steps of one
 * operation is limited: a process that runs in circles becomes an incident at the node where it was caught, and never a
 * hung thread.
 */
final class TokenRunner {

    private static final int MAX_STEPS = 10_000;

    private final Flow flow;
    private final Set<Long> turns = new LinkedHashSet<>();
    private final Deque<Long> signals = new ArrayDeque<>();
    private boolean conditions;
    private int steps;

    TokenRunner(Flow flow) {
        this.flow = flow;
    }

    /** A visit that is woken for two reasons acts once. */
    void add(long nodeInstanceId) {
        turns.add(nodeInstanceId);
    }

    boolean hasTurn(long nodeInstanceId) {
        return turns.contains(nodeInstanceId);
    }

    /** Variables have changed, so what waits for a condition may go on. */
    void lookAtConditions() {
        conditions = true;
    }

    void runToRest() {
        do {
            runTurns();
        } while (!flow.isRefused() && (goesOn() || settles()));
    }

    private boolean settles() {
        return flow.mayHaveLostHope() && !flow.instance().isClosed() && new StuckJoins(flow).settleOrRaise();
    }

    private boolean goesOn() {
        if (flow.instance().isClosed() || flow.instance().standsStill()) {
            return false;
        }
        boolean look = conditions;
        conditions = false;
        return !turns.isEmpty() || look && new Subscriptions(flow).fireConditions() || nextSignal()
                || flow.definition().hasInclusiveJoins() && new InclusiveJoins(flow).fireOne()
                || new PendingReturns(flow).goOn() || new Supplements(flow).fireOne()
                || new ComplexJoins(flow).resetOne();
    }

    private boolean nextSignal() {
        if (signals.isEmpty()) {
            return false;
        }
        act(signals.remove(), true);
        return true;
    }

    private void runTurns() {
        while (!turns.isEmpty() && !flow.isRefused()) {
            long next = turns.iterator().next();
            turns.remove(next);
            act(next, false);
        }
    }

    private void act(long nodeInstanceId, boolean signalToo) {
        if (!flow.instance().isActive(nodeInstanceId)) {
            return;
        }
        NodeInstance visit = flow.instance().nodeInstance(nodeInstanceId);
        Node node = flow.nodeOf(visit);
        if (visit.state() == NodeInstanceState.INCIDENT) {
            return;
        } else if (!signalToo && sendsSignal(node)) {
            signals.add(nodeInstanceId);
        } else if (++steps > MAX_STEPS) {
            new Activities(flow).stopBefore(visit, "QUOTA", "more than " + MAX_STEPS + " steps in one operation");
        } else {
            new Activities(flow).arrive(node, visit);
        }
    }

    private static boolean sendsSignal(Node node) {
        return (node.type().equals("intermediateThrowEvent") || node.type().equals("endEvent"))
                && node.event().has(EventDefinition.Signal.class);
    }
}
