package wf.node;

import java.util.LinkedHashMap;
import java.util.Map;
import wf.definition.EventDefinition;
import wf.definition.Node;
import wf.instance.NodeInstance;
import wf.runtime.Compensations;
import wf.runtime.Flow;
import wf.runtime.Throwing;
import wf.value.Value;

/** What end events and throwing intermediate events throw: all of their definitions, in the order of the model. */
final class Results {

    private final Flow flow;

    Results(Flow flow) {
        this.flow = flow;
    }

    /** Whether the token can go on now; not when it waits for compensation, or when what was thrown has ended it. */
    boolean thrown(Node node, NodeInstance visit) {
        boolean goesOn = true;
        for (EventDefinition definition : node.event().definitions()) {
            if (goesOn) {
                goesOn = thrown(definition, visit) && flow.instance().isActive(visit.id());
            }
        }
        return goesOn;
    }

    private boolean thrown(EventDefinition definition, NodeInstance visit) {
        Throwing throwing = new Throwing(flow);
        if (definition instanceof EventDefinition.Message message) {
            return throwing.message(visit, message, payload(visit));
        } else if (definition instanceof EventDefinition.Signal signal) {
            throwing.signal(visit, signal.name(), payload(visit));
        } else if (definition instanceof EventDefinition.Escalation escalation) {
            throwing.escalate(visit, escalation.code());
        } else if (definition instanceof EventDefinition.Error error) {
            throwing.errorEnd(visit, error.code() == null ? "" : error.code());
        } else if (definition instanceof EventDefinition.Cancel) {
            throwing.cancelTransaction(visit);
        } else if (definition instanceof EventDefinition.Compensation) {
            new Compensations(flow).begin(visit);
            return false;
        }
        return true;
    }

    /** What the model maps into the event goes with it. */
    private Map<String, Value> payload(NodeInstance visit) {
        return new LinkedHashMap<>(flow.instance().nodeInstance(visit.id()).variables());
    }
}
