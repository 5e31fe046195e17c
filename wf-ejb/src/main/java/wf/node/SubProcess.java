package wf.node;

import java.util.List;
import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.NodeType;
import wf.runtime.Scopes;

/**
 * N19 子流程, embedded: a scope of its own inside the process. A transaction is one that can be cancelled as a whole; an
 * event sub-process is one that an event starts instead of a token.
 */
public final class SubProcess implements NodeType {

    private record Settings(boolean isEventSubProcess) implements NodeSettings { }

    @Override
    public Set<String> elements() {
        return Set.of("subProcess", "transaction");
    }

    @Override
    public boolean isScope() {
        return true;
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        return new Settings(element.is("triggeredByEvent"));
    }

    @Override
    public void check(Node node, Findings findings) {
        if (node.isEventSubProcess() && !(node.incoming().isEmpty() && node.outgoing().isEmpty())) {
            findings.error("EVENT_SUB_PROCESS_WITH_FLOW", node.id(), node.label());
        }
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        List<Node> starts = node.isEventSubProcess() ? List.of(flow.definition().tree().startOf(node))
                : flow.definition().tree().starts(node.id());
        if (new Scopes(flow).begin(visit, starts) && starts.isEmpty()) {
            flow.complete(visit);
        }
    }
}
