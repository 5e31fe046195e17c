package wf.node;

import java.util.Set;
import wf.definition.Findings;
import wf.definition.Node;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.NodeType;

/** An event on the boundary of an activity: once it has happened, a token goes on from here (N11 to N15). */
public final class BoundaryEvent implements NodeType {

    @Override
    public Set<String> elements() {
        return Set.of("boundaryEvent");
    }

    @Override
    public void check(Node node, Findings findings) {
        if (!node.incoming().isEmpty()) {
            findings.error("BOUNDARY_WITH_INCOMING", node.id(), node.label());
        }
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        flow.leave(visit);
    }
}
