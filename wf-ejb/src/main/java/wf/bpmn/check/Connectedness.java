package wf.bpmn.check;

import java.util.List;

/** Where start and end events are used, everything between them is connected (10.5.2, 10.5.3, 10.5.4). */
record Connectedness(BpmnFile file, Report report) implements Rules {

    @Override
    public void check() {
        file.all(Names.SCOPES).forEach(this::check);
        file.all("intermediateThrowEvent").forEach(this::intermediateEventLeadsOn);
        file.all("intermediateCatchEvent").forEach(this::intermediateEventLeadsOn);
    }

    private void check(XmlElement scope) {
        List<XmlElement> nodes = scope.children(Names.FLOW_NODES);
        if (scope.has("startEvent")) {
            nodes.stream().filter(n -> !beginsByItself(n)).forEach(this::isLedTo);
        }
        if (scope.has("endEvent")) {
            nodes.stream().filter(n -> !endsByItself(n)).forEach(this::leadsOn);
        }
    }

    /** 10.5.2: if there is a start event, every flow node that does not begin by itself is the target of a flow. */
    private void isLedTo(XmlElement node) {
        if (!file.incoming(node).isEmpty()) {
            return;
        }
        if (node.is("endEvent")) {
            report.error("END_WITHOUT_INCOMING", node);
        } else if (node.is(Names.GATEWAYS)) {
            report.error("GATEWAY_WITHOUT_INCOMING", node);
        } else {
            report.error("NODE_WITHOUT_INCOMING", node, node.label());
        }
    }

    /** 10.5.3: if there is an end event, every flow node that does not end by itself is the source of a flow. */
    private void leadsOn(XmlElement node) {
        if (!file.outgoing(node).isEmpty()) {
            return;
        }
        if (node.is("startEvent")) {
            report.error("START_WITHOUT_OUTGOING", node);
        } else if (node.is(Names.GATEWAYS)) {
            report.error("GATEWAY_WITHOUT_OUTGOING", node);
        } else {
            report.error("NODE_WITHOUT_OUTGOING", node, node.label());
        }
    }

    /** 10.5.4: an intermediate event in the normal flow is the source of a flow, but for a throwing link. */
    private void intermediateEventLeadsOn(XmlElement event) {
        if (!endsByItself(event)) {
            leadsOn(event);
        }
    }

    private boolean beginsByItself(XmlElement node) {
        return node.is("startEvent") || node.is("boundaryEvent") || isAside(node) || node.isTrue("instantiate")
                || node.is("intermediateCatchEvent") && file.hasDefinition(node, "linkEventDefinition");
    }

    private boolean endsByItself(XmlElement node) {
        return node.is("endEvent") || isAside(node)
                || node.is("boundaryEvent") && file.hasDefinition(node, "compensateEventDefinition")
                || node.is("intermediateThrowEvent") && file.hasDefinition(node, "linkEventDefinition");
    }

    /** Event sub-processes (10.3.5) and compensation handlers (10.7) stand outside the normal flow. */
    private static boolean isAside(XmlElement node) {
        return node.isTrue("triggeredByEvent") || node.isTrue("isForCompensation");
    }
}
