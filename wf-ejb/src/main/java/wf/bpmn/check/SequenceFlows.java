package wf.bpmn.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a sequence flow may connect, and when it may have a condition. */
record SequenceFlows(BpmnFile file, Report report) implements Rules {

    @Override
    public void check() {
        file.all("sequenceFlow").forEach(this::checkFlow);
        file.all(Names.FLOW_NODES).forEach(this::checkNode);
    }

    private void checkFlow(XmlElement flow) {
        connectsNodesOfOneScope(flow);
        conditionStartsAtActivityOrGateway(flow);
    }

    private void checkNode(XmlElement node) {
        namesItsFlows(node, "incoming", Set.copyOf(file.incoming(node)));
        namesItsFlows(node, "outgoing", Set.copyOf(file.outgoing(node)));
        defaultLeavesTheNode(node);
        conditionHasAlternative(node);
    }

    /**
     * 7.6.1 and 10.3.5: a sequence flow connects events, activities and gateways, not artifacts or data, and crosses
     * neither the border of a sub-process nor that of a pool.
     */
    private void connectsNodesOfOneScope(XmlElement flow) {
        Optional<XmlElement> source = file.source(flow);
        Optional<XmlElement> target = file.target(flow);
        if (source.isPresent() && target.isPresent() && !areNodesOfOneScope(source.get(), target.get())) {
            report.error("FLOW_ENDS", flow, source.get().id(), target.get().id());
        }
    }

    private boolean areNodesOfOneScope(XmlElement source, XmlElement target) {
        return source.is(Names.FLOW_NODES) && target.is(Names.FLOW_NODES) && file.inSameScope(source, target);
    }

    /** 8.4.13: events and the event gateway cannot choose, so that the flows that leave them have no condition. */
    private void conditionStartsAtActivityOrGateway(XmlElement flow) {
        file.source(flow).filter(s -> flow.has("conditionExpression"))
                .filter(s -> s.is(Names.EVENTS) || s.is("eventBasedGateway"))
                .ifPresent(s -> report.error("FLOW_CONDITION_SOURCE", flow, s.label()));
    }

    /** 8.4.7, table 8.47: incoming and outgoing of a node name the flows that end and start at it. */
    private void namesItsFlows(XmlElement node, String direction, Set<XmlElement> flows) {
        node.children(direction).stream().map(XmlElement::text)
                .filter(ref -> file.find(node, ref).filter(f -> !flows.contains(f)).isPresent())
                .forEach(ref -> report.error("FLOW_LISTED", node, direction, ref));
    }

    /** 8.4.13: the default flow is one of those that leave the node. */
    private void defaultLeavesTheNode(XmlElement node) {
        file.named(node, "default").filter(f -> !file.outgoing(node).contains(f))
                .ifPresent(f -> report.error("FLOW_DEFAULT", node, f.id()));
    }

    /** 8.4.13: an activity with a conditional flow has another way out. */
    private void conditionHasAlternative(XmlElement node) {
        List<XmlElement> flows = file.outgoing(node);
        if (node.is(Names.ACTIVITIES) && flows.size() == 1 && flows.get(0).has("conditionExpression")) {
            report.error("FLOW_CONDITION_ALONE", flows.get(0), node.label());
        }
    }
}
