package wf.node;

import java.util.Set;
import wf.definition.EventDefinition;
import wf.definition.Node;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.NodeType;
import wf.runtime.Subscriptions;

/** N11 to N14 as intermediate events: the token waits here until what it waits for has happened. */
public final class CatchEvent implements NodeType {

    @Override
    public Set<String> elements() {
        return Set.of("intermediateCatchEvent");
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        if (node.event().has(EventDefinition.Link.class) || node.event().definitions().isEmpty()) {
            flow.complete(visit);
        } else {
            new Subscriptions(flow).open(visit, node);
        }
    }

    /** A timer that repeats sends a token each time; the last one is the token that waited. */
    @Override
    public void caught(Node node, NodeInstance visit, Node event, boolean more, Flow flow) {
        if (more) {
            flow.leaveBeside(visit);
        } else {
            flow.complete(visit);
        }
    }
}
