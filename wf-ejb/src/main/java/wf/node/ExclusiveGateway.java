package wf.node;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.definition.SequenceFlow;
import wf.instance.NodeInstance;
import wf.runtime.Conditions;
import wf.runtime.Flow;
import wf.runtime.NodeType;
import wf.runtime.Rejection;

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
        Optional<SequenceFlow> taken = ((Settings) node.settings()).chosen() ? chosen(node, visit, flow) : new Conditions(flow).first(node, visit);
        taken.ifPresent(f -> flow.leaveBy(visit, List.of(f)));
    }

    /** One of those that hold, by the choice of whoever submits; where nothing is to choose, that one. */
    private static Optional<SequenceFlow> chosen(Node node, NodeInstance visit, Flow flow) {
        Optional<List<SequenceFlow>> open = new Conditions(flow).holding(node, visit);
        if (open.isEmpty() || open.get().size() == 1) {
            return open.map(o -> o.get(0));
        }
        Optional<SequenceFlow> chosen = open.get().stream().filter(flow::isChosen).findFirst();
        if (chosen.isEmpty()) {
            flow.stop(visit, Rejection.of(ErrorCode.NO_ROUTE, "CHOOSE_ROUTE", node.label(),
                    String.join(", ", open.get().stream().map(SequenceFlow::id).toList())));
        }
        return chosen;
    }

    /** @param chosen whether whoever submits chooses among the flows whose conditions hold (人工选择) */
    private record Settings(boolean chosen) implements NodeSettings { }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        return new Settings(element.extension("choice").filter("MANUAL"::equals).isPresent());
    }
}
