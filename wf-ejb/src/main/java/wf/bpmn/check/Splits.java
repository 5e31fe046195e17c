package wf.bpmn.check;

import java.util.List;
import java.util.Set;

/** Warns of splits at which the work may stop for want of a default flow (13.4.2, 13.4.3). */
record Splits(BpmnFile file, Report report) implements Rules {

    /** The exclusive gateway looks after itself where it is compiled. */
    private static final Set<String> CHOOSING = Names.union(Names.ACTIVITIES, Set.of("inclusiveGateway", "complexGateway"));

    @Override
    public void check() {
        file.all(CHOOSING).filter(file::isExecutable).forEach(this::someFlowIsAlwaysTaken);
    }

    private void someFlowIsAlwaysTaken(XmlElement node) {
        List<XmlElement> flows = file.outgoing(node);
        if (flows.size() > 1 && node.attribute("default").isEmpty() && flows.stream().allMatch(f -> f.has("conditionExpression"))) {
            report.warning("GATEWAY_WITHOUT_DEFAULT", node, node.label());
        }
    }
}
