package wf.node;

import java.util.List;
import java.util.Set;
import wf.definition.Findings;
import wf.definition.Node;
import wf.definition.SequenceFlow;
import wf.instance.NodeInstance;
import wf.runtime.Conditions;
import wf.runtime.Flow;
import wf.runtime.NodeType;

/** N16 分支网关: the first flow whose condition holds, else the default one; every token that comes goes on alone. */
public final class ExclusiveGateway implements NodeType {

    @Override
    public Set<String> elements() {
        return Set.of("exclusiveGateway");
    }

    @Override
    public void check(Node node, Findings findings) {
        if (node.outgoing().isEmpty()) {
            findings.error("GATEWAY_WITHOUT_OUTGOING", node.id());
        } else if (node.outgoing().size() > 1) {
            checkConditions(node, findings);
        }
    }

    private static void checkConditions(Node node, Findings findings) {
        node.outgoing().stream().filter(f -> f.condition() == null && !f.isDefault())
                .forEach(f -> findings.warning("FLOW_WITHOUT_CONDITION", f.id(), node.label()));
        if (node.outgoing().stream().noneMatch(SequenceFlow::isDefault)
                && node.outgoing().stream().allMatch(SequenceFlow::isConditional)) {
            findings.warning("GATEWAY_WITHOUT_DEFAULT", node.id(), node.label());
        }
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        new Conditions(flow).first(node, visit).ifPresent(f -> flow.leaveBy(visit, List.of(f)));
    }
}
