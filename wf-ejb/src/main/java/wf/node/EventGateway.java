package wf.node;

import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.definition.SequenceFlow;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.NodeType;
import wf.runtime.Subscriptions;

/**
 * N25 事件网关: the first of the events behind it decides the way (3.10), and the others are waited for no longer. As the
 * beginning of a process it starts an instance; a parallel one then waits for all the others too.
 */
public final class EventGateway implements NodeType {

    private record Settings(boolean isStartedByEvent, boolean waitsForAll) implements NodeSettings { }

    @Override
    public Set<String> elements() {
        return Set.of("eventBasedGateway");
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        return new Settings(element.is("instantiate"), element.attribute("eventGatewayType").filter("Parallel"::equals).isPresent());
    }

    @Override
    public void check(Node node, Findings findings) {
        if (node.outgoing().isEmpty()) {
            findings.error("GATEWAY_WITHOUT_OUTGOING", node.id());
        }
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        node.outgoing().forEach(f -> new Subscriptions(flow).open(visit, flow.definition().node(f.target())));
    }

    @Override
    public void startedBy(Node node, NodeInstance visit, Node event, Flow flow) {
        if (((Settings) node.settings()).waitsForAll()) {
            node.outgoing().stream().filter(f -> !f.target().equals(event.id()))
                    .forEach(f -> new Subscriptions(flow).open(visit, flow.definition().node(f.target())));
        }
        caught(node, visit, event, false, flow);
    }

    @Override
    public void caught(Node node, NodeInstance visit, Node event, boolean more, Flow flow) {
        SequenceFlow to = node.outgoing().stream().filter(f -> f.target().equals(event.id())).findFirst().orElseThrow();
        boolean othersOpen = flow.instance().subscriptions().stream().anyMatch(s -> Long.valueOf(visit.id()).equals(s.nodeInstanceId()));
        if (((Settings) node.settings()).waitsForAll() && othersOpen) {
            flow.passBeside(visit, to);
        } else {
            flow.passThrough(visit, to);
        }
    }
}
