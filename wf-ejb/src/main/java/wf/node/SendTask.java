package wf.node;

import java.util.Set;
import wf.definition.Node;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.NodeType;

/** N9 发送任务: sends its message and goes on; whoever waits for it gets it after the commit. */
public final class SendTask implements NodeType {

    @Override
    public Set<String> elements() {
        return Set.of("sendTask");
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        if (new Results(flow).thrown(node, visit)) {
            flow.complete(visit);
        }
    }
}
