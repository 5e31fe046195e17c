package wf.node;

import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.NodeType;
import wf.runtime.VariableWrites;
import wf.value.Value;

/**
 * N1 to N4 开始: a token begins here and goes on. What starts it, a caller, a message, a moment, a signal or a condition,
 * is the business of whoever watches for it.
 */
public final class StartEvent implements NodeType {

    /** @param initiator variable that takes who started it, or null */
    private record Settings(boolean isStartedByEvent, String initiator) implements NodeSettings { }

    @Override
    public Set<String> elements() {
        return Set.of("startEvent");
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        return new Settings(element.children().stream().anyMatch(c -> c.type().endsWith("EventDefinition") || c.type().equals("eventDefinitionRef")),
                element.extension("initiator").orElse(null));
    }

    @Override
    public void check(Node node, Findings findings) {
        if (!node.incoming().isEmpty()) {
            findings.error("START_WITH_INCOMING", node.id());
        }
        if (node.outgoing().isEmpty()) {
            findings.error("START_WITHOUT_OUTGOING", node.id());
        }
        if (node.scope() == null && node.event().definitions().stream().anyMatch(d -> !d.isAwaited())) {
            findings.error("EVENT_NOT_HERE", node.id(), node.label());
        }
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        String initiator = ((Settings) node.settings()).initiator();
        if (initiator == null || new VariableWrites(flow).set(null, initiator, Value.of(flow.instance().starter()))) {
            flow.leave(visit);
        }
    }
}
