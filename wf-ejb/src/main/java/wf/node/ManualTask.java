package wf.node;

import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.NodeType;
import wf.runtime.WorkItems;
import wf.contract.WorkItemKind;

/** N6 手工任务: done outside and only noted; where the model asks for it, the starter confirms that it is done. */
public final class ManualTask implements NodeType {

    private record Settings(boolean confirmed) implements NodeSettings {
        @Override
        public boolean isHuman() {
            return confirmed;
        }
    }

    @Override
    public Set<String> elements() {
        return Set.of("manualTask");
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        return new Settings(element.extension("confirm").filter("true"::equals).isPresent());
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        if (node.isHuman()) {
            new WorkItems(flow).assign(visit, WorkItemKind.MAIN, flow.instance().starter());
        } else {
            flow.complete(visit);
        }
    }
}
