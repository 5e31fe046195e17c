package wf.node;

import java.util.Optional;
import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.instance.NodeInstance;
import wf.rule.Expression;
import wf.runtime.ComplexJoins;
import wf.runtime.Flow;
import wf.runtime.NodeType;

/**
 * N16 as complexGateway: goes on when enough tokens have come (3.7, 3.8), by a number {@code wf:need} or by BPMN's
 * activation condition, and begins anew when the others have come too. What late tokens meet says {@code wf:late}.
 */
public final class ComplexGateway implements NodeType {

    @Override
    public Set<String> elements() {
        return Set.of("complexGateway");
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        Optional<Expression> activation = element.expression("activationCondition");
        String need = element.extension("need").orElse(null);
        String late = element.extension("late").orElse(ComplexJoins.Late.HOLD.name());
        if (need != null && !need.matches("[1-9][0-9]{0,3}")) {
            findings.error("GATEWAY_NEED", element.id(), need);
        }
        if (!late.matches("IGNORE|HOLD|CANCEL")) {
            findings.error("GATEWAY_LATE", element.id(), late);
            late = ComplexJoins.Late.HOLD.name();
        }
        String condition = need == null ? null : "activationCount >= " + need;
        return new ComplexJoins.Settings(condition != null ? Expression.of(condition) : activation.orElse(null),
                ComplexJoins.Late.valueOf(late));
    }

    @Override
    public void check(Node node, Findings findings) {
        if (node.outgoing().isEmpty()) {
            findings.error("GATEWAY_WITHOUT_OUTGOING", node.id());
        }
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        boolean joins = node.incoming().size() > 1 || ((ComplexJoins.Settings) node.settings()).activation() != null;
        if (!joins) {
            flow.leave(visit);
        } else {
            new ComplexJoins(flow).arrive(node, visit);
        }
    }

    @Override
    public void skip(Node node, NodeInstance visit, Flow flow) {
        new ComplexJoins(flow).force(node, visit);
    }
}
