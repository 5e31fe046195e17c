package wf.node;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.instance.Job;
import wf.instance.NodeInstance;
import wf.node.call.CallReader;
import wf.node.call.CallSettings;
import wf.node.call.Calling;
import wf.rule.Expressions;
import wf.runtime.Flow;
import wf.runtime.NodeType;
import wf.value.Value;

/** N18 自动节点: calls a bean inside the transaction, or a system outside after the commit; what is answered becomes variables. */
public final class ServiceTask implements NodeType {

    @Override
    public Set<String> elements() {
        return Set.of("serviceTask");
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        CallSettings settings = new CallReader(element, findings).read();
        if (settings.call() == null) {
            findings.warning("SERVICE_WITHOUT_CALL", element.id());
        }
        return settings;
    }

    @Override
    public Set<String> templates(Node node) {
        return ((CallSettings) node.settings()).templates();
    }

    @Override
    public void checkExpressions(Node node, Expressions expressions, Findings findings) {
        CallReader.checkPaths((CallSettings) node.settings(), node.id(), expressions, findings);
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        new Calling((CallSettings) node.settings(), visit, flow).begin();
    }

    @Override
    public void answered(Node node, NodeInstance visit, Job job, Map<String, Optional<Value>> outputs, Flow flow) {
        new Calling((CallSettings) node.settings(), visit, flow).answered(outputs);
    }
}
