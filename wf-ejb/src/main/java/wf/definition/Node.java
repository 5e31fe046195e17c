package wf.definition;

import java.util.List;
import java.util.Set;

/**
 * A node of the model. Its settings are what its node type read; only that type looks into them. What several types
 * share stands beside: what it is as an activity and what it is as an event.
 *
 * @param type BPMN element that it was read from, {@code userTask}
 * @param scope id of the sub-process in which it stands; null in the process itself
 * @param settings what the node type read; never null
 */
public record Node(String id, String name, String type, String scope, NodeSettings settings, Activity activity,
        EventTraits event, List<SequenceFlow> incoming, List<SequenceFlow> outgoing) {

    private static final Set<String> EFFECTIVE = Set.of("serviceTask", "sendTask", "callActivity");

    public Node {
        incoming = List.copyOf(incoming);
        outgoing = List.copyOf(outgoing);
    }

    /** The name that people see: the modelled one, else the id. */
    public String label() {
        return name == null || name.isBlank() ? id : name;
    }

    /** Whether people work here, so that the visit leaves a trail entry and can be returned to. */
    public boolean isHuman() {
        return settings.isHuman();
    }

    /** Whether its work has an effect outside the instance, such as a call of another system, that stays when it is sent back. */
    public boolean hasEffect() {
        return EFFECTIVE.contains(type)
                || type.equals("intermediateThrowEvent") && (event.has(EventDefinition.Message.class) || event.has(EventDefinition.Signal.class));
    }

    /** Whether it is a sub-process that an event starts, not a token. */
    public boolean isEventSubProcess() {
        return settings.isEventSubProcess();
    }
}
