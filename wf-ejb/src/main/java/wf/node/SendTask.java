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

/**
 * N9 发送任务: sends its message and goes on; whoever waits for it gets it after the commit. One that describes a call is
 * carried out as an automatic node is.
 */
public final class SendTask implements NodeType {

    @Override
    public Set<String> elements() {
        return Set.of("sendTask");
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        return new CallReader(element, findings).read();
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
        if (!new Results(flow).thrown(node, visit)) {
            return;
        }
        CallSettings settings = (CallSettings) node.settings();
        if (settings.call() == null) {
            flow.complete(visit);
        } else {
            new Calling(settings, visit, flow).begin();
        }
    }

    @Override
    public void answered(Node node, NodeInstance visit, Job job, Map<String, Optional<Value>> outputs, Flow flow) {
        new Calling((CallSettings) node.settings(), visit, flow).answered(outputs);
    }
}
