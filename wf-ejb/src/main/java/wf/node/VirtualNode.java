package wf.node;

import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.NodeType;

/**
 * N21 虚拟节点: no work and no item; a routing or merging point, or the mark of a stage. An abstract task is one with or
 * without {@code wf:virtual}, which says so for whoever reads the model: nothing else could be executed there.
 */
public final class VirtualNode implements NodeType {

    @Override
    public Set<String> elements() {
        return Set.of("task");
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        if (element.extension("virtual").filter("false"::equals).isPresent()) {
            findings.warning("ALWAYS_VIRTUAL", element.id(), element.id());
        }
        return NodeSettings.NONE;
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        flow.complete(visit);
    }
}
