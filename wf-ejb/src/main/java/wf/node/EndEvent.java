package wf.node;

import java.util.List;
import java.util.Set;
import wf.definition.EventDefinition;
import wf.definition.Findings;
import wf.definition.Node;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.TokenEvent.NodeLeft;
import wf.runtime.Flow;
import wf.runtime.NodeType;
import wf.runtime.Scopes;

/** N22 普通结束 ends its branch, with whatever it throws; N23 终止结束 ends its scope at once. */
public final class EndEvent implements NodeType {

    @Override
    public Set<String> elements() {
        return Set.of("endEvent");
    }

    @Override
    public void check(Node node, Findings findings) {
        if (!node.outgoing().isEmpty()) {
            findings.error("END_WITH_OUTGOING", node.id());
        }
        if (node.incoming().isEmpty()) {
            findings.error("END_WITHOUT_INCOMING", node.id());
        }
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        if (node.event().has(EventDefinition.Terminate.class)) {
            Long scopeId = new BranchTree(flow.instance()).scopeOf(visit);
            flow.emit(new NodeLeft(visit.id(), visit.nodeId(), List.of(), flow.facts().now()));
            new Scopes(flow).terminate(scopeId);
        } else if (new Results(flow).thrown(node, visit)) {
            flow.complete(visit);
        }
    }
}
