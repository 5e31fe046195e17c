package wf.node;

import java.util.Set;
import wf.definition.Findings;
import wf.definition.Node;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.NodeType;

/** N1 普通开始: a token begins here and goes on. */
public final class StartEvent implements NodeType {

    @Override
    public Set<String> elements() {
        return Set.of("startEvent");
    }

    @Override
    public void check(Node node, Findings findings) {
        if (!node.incoming().isEmpty()) {
            findings.error("START_WITH_INCOMING", node.id());
        }
        if (node.outgoing().isEmpty()) {
            findings.error("START_WITHOUT_OUTGOING", node.id());
        }
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        flow.leave(visit);
    }
}
