package wf.node;

import java.util.List;
import java.util.Set;
import wf.contract.InstanceState;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.instance.NodeInstance;
import wf.instance.TokenEvent.NodeLeft;
import wf.runtime.Flow;
import wf.runtime.NodeType;

/** N22 普通结束 ends its branch; N23 终止结束 ends the instance at once. */
public final class EndEvent implements NodeType {

    private record Settings(boolean terminates) implements NodeSettings { }

    @Override
    public Set<String> elements() {
        return Set.of("endEvent");
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        return new Settings(!element.children("terminateEventDefinition").isEmpty());
    }

    @Override
    public void check(Node node, Findings findings) {
        if (!node.outgoing().isEmpty()) {
            findings.error("END_WITH_OUTGOING", node.id());
        }
        if (node.incoming().isEmpty()) {
            findings.error("END_WITHOUT_INCOMING", node.id());
        }
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        if (((Settings) node.settings()).terminates()) {
            flow.emit(new NodeLeft(visit.id(), visit.nodeId(), List.of(), flow.facts().now()));
            flow.endAll(InstanceState.COMPLETED, null);
        } else {
            flow.leave(visit, List.of());
        }
    }
}
