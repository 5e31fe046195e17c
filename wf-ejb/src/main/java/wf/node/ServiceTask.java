package wf.node;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.instance.NodeInstance;
import wf.rule.Evaluation;
import wf.runtime.Beans;
import wf.runtime.Flow;
import wf.runtime.NodeType;
import wf.runtime.Throwing;
import wf.runtime.VariableWrites;
import wf.runtime.Variables;
import wf.value.Value;

/** N18 自动节点: calls a bean of the customer's inside the transaction; what it answers becomes variables. */
public final class ServiceTask implements NodeType {

    private record Settings(String bean) implements NodeSettings { }

    @Override
    public Set<String> elements() {
        return Set.of("serviceTask");
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        Optional<String> bean = element.extension("bean").or(() -> element.extension("delegateExpression"))
                .or(() -> element.extension("expression")).map(b -> b.replaceAll("^[$#]\\{\\s*(\\w+)\\s*}$", "$1"));
        if (bean.isEmpty()) {
            findings.warning("SERVICE_WITHOUT_CALL", element.id());
        }
        return new Settings(bean.orElse(null));
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        String bean = ((Settings) node.settings()).bean();
        if (bean == null) {
            flow.raise(visit, "SERVICE_WITHOUT_CALL", node.label());
            return;
        }
        Optional<Evaluation<Map<String, Optional<Value>>>> answer = flow.facts().beans().call(bean,
                new Beans.Call(flow.instance().id(), node.id(), "execute", new Variables(flow).at(visit)));
        answer.ifPresent(a -> take(a, visit, flow));
    }

    private static void take(Evaluation<Map<String, Optional<Value>>> answer, NodeInstance visit, Flow flow) {
        if (answer.isError()) {
            new Throwing(flow).failed(visit, answer);
        } else if (new VariableWrites(flow).setAll(visit, answer.value())) {
            flow.complete(visit);
        }
    }
}
