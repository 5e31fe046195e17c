package wf.node;

import java.util.Optional;
import java.util.Set;
import wf.definition.EventDefinition;
import wf.definition.Findings;
import wf.definition.Node;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.NodeType;

/** A throwing intermediate event: it throws what it is defined to and goes on; a link goes on at its other end. */
public final class ThrowEvent implements NodeType {

    @Override
    public Set<String> elements() {
        return Set.of("intermediateThrowEvent");
    }

    @Override
    public void check(Node node, Findings findings) {
        if (node.incoming().isEmpty()) {
            findings.warning("EVENT_WITHOUT_INCOMING", node.id(), node.label());
        }
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        Optional<Node> link = flow.definition().tree().linkTarget(node);
        if (node.event().has(EventDefinition.Link.class) && link.isPresent()) {
            flow.passTo(visit, link.get());
        } else if (new Results(flow).thrown(node, visit)) {
            flow.complete(visit);
        }
    }
}
