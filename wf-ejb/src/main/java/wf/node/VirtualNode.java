package wf.node;

import java.util.Set;
import wf.definition.Node;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.NodeType;

/** N21 虚拟节点: no work and no item; a routing or merging point, or the mark of a stage. */
public final class VirtualNode implements NodeType {

    @Override
    public Set<String> elements() {
        return Set.of("task");
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        flow.complete(visit);
    }
}
