package wf.node;

import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.NodeType;
import wf.runtime.Subscriptions;

/** N10 接收任务: the token waits for a message; without anything before it, the message can start the instance. */
public final class ReceiveTask implements NodeType {

    private record Settings(boolean isStartedByEvent) implements NodeSettings { }

    @Override
    public Set<String> elements() {
        return Set.of("receiveTask");
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        return new Settings(element.is("instantiate"));
    }

    @Override
    public void check(Node node, Findings findings) {
        if (node.event().definitions().isEmpty()) {
            findings.warning("RECEIVE_WITHOUT_MESSAGE", node.id(), node.label());
        }
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        new Subscriptions(flow).open(visit, node);
    }

    @Override
    public void startedBy(Node node, NodeInstance visit, Node event, Flow flow) {
        flow.complete(visit);
    }
}
