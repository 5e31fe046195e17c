package wf.runtime;

import java.util.Map;
import java.util.Optional;
import wf.definition.Listener;
import wf.definition.Node;
import wf.instance.NodeInstance;
import wf.rule.Evaluation;
import wf.value.Value;

/** Beans that the model wants told when an activity begins or ends; what they answer is written as variables. */
public final class Listeners {

    private final Flow flow;

    public Listeners(Flow flow) {
        this.flow = flow;
    }

    /** Tells all listeners of the event, in the order of the model; false when one failed and the token stays. */
    public boolean told(Node node, NodeInstance visit, String event) {
        for (Listener listener : node.activity().listeners()) {
            if (listener.event().equals(event) && !told(listener, visit)) {
                return false;
            }
        }
        return true;
    }

    private boolean told(Listener listener, NodeInstance visit) {
        Optional<Evaluation<Map<String, Optional<Value>>>> answer = flow.facts().beans().call(listener.bean(),
                Beans.Call.of(flow, visit, listener.event()));
        if (answer.isEmpty()) {
            return true;
        } else if (answer.get().isError()) {
            new Throwing(flow).failed(visit, answer.get());
            return false;
        }
        return new VariableWrites(flow).setAll(visit, answer.get().value());
    }
}
