package wf.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import wf.contract.ErrorCode;
import wf.definition.Listener;
import wf.definition.Node;
import wf.definition.SequenceFlow;
import wf.instance.NodeInstance;
import wf.rule.Evaluation;
import wf.value.Value;

/**
 * Beans that the model wants told when an activity begins or ends, a flow is taken, or work comes and goes; what they answer
 * is written as variables.
 */
public final class Listeners {

    private final Flow flow;

    public Listeners(Flow flow) {
        this.flow = flow;
    }

    /** Tells all listeners of the event, in the order of the model; false when one failed and the token stays. */
    public boolean told(Node node, NodeInstance visit, String event) {
        return told(node.activity().listeners(), visit, event, failure -> new Throwing(flow).failed(visit, failure));
    }

    /** Tells those who listen to the token's way; false when one failed and the token stays. */
    boolean toldOfWay(SequenceFlow way, NodeInstance visit) {
        return told(way.listeners(), visit, "take", failure -> new Throwing(flow).failed(visit, failure));
    }

    /** Tells of a person's work: what he does is refused when one of them fails, so that his item stays as it is. */
    boolean toldOfWork(NodeInstance visit, String event) {
        return told(flow.nodeOf(visit).activity().listeners(), visit, event, failure -> {
            if (failure.code() != null) {
                new Throwing(flow).failed(visit, failure);
            } else {
                flow.stop(visit, failed(flow.nodeOf(visit).label(), event, failure));
            }
        });
    }

    /** Tells of what is over already, so that nobody can have anything against it. */
    void toldInPassing(NodeInstance visit, String event) {
        told(flow.nodeOf(visit).activity().listeners(), visit, event, failure -> { });
    }

    /** Tells that the process begins or ends. A person can be refused; nothing holds up what the engine does by itself. */
    boolean toldOfProcess(String event) {
        return toldOfProcess(event, true);
    }

    /** @param mayRefuse not when it is given up, which nothing may hold up */
    boolean toldOfProcess(String event, boolean mayRefuse) {
        return told(flow.definition().process().listeners(), null, event, failure -> {
            if (mayRefuse && !flow.facts().actor().isEngine()) {
                flow.refuse(failed(flow.definition().name(), event, failure));
            }
        });
    }

    private static Rejection failed(String label, String event, Evaluation<?> failure) {
        return Rejection.of(ErrorCode.RULE_ERROR, "LISTENER_FAILED", label, event, failure.error());
    }

    private boolean told(List<Listener> listeners, NodeInstance visit, String event, Consumer<Evaluation<?>> failing) {
        boolean isSkipped = visit != null && flow.isSkipped(visit);
        Consumer<Evaluation<?>> failed = isSkipped ? failure -> { } : failing;
        for (Listener listener : listeners) {
            boolean good = !listener.event().equals(event) || told(listener, visit, failed);
            if (!good && !isSkipped) {
                return false;
            }
        }
        return true;
    }

    private boolean told(Listener listener, NodeInstance visit, Consumer<Evaluation<?>> failed) {
        Optional<Evaluation<Map<String, Optional<Value>>>> answer = flow.facts().beans().call(listener.bean(),
                Beans.Call.of(flow, visit, listener.event()));
        if (answer.isEmpty()) {
            return true;
        } else if (answer.get().isError()) {
            failed.accept(answer.get());
            return false;
        }
        return new VariableWrites(flow).setAll(visit, answer.get().value());
    }
}
