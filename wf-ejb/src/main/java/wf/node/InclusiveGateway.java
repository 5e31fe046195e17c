package wf.node;

import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.Joins;
import wf.runtime.NodeType;

/** N24 包容网关: waits for every token that can still come, then sends one along each outgoing flow that holds. */
public final class InclusiveGateway implements NodeType {

    private static final NodeSettings SETTINGS = new NodeSettings() {
        @Override
        public boolean joinsWhatCanCome() {
            return true;
        }
    };

    @Override
    public Set<String> elements() {
        return Set.of("inclusiveGateway");
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        return SETTINGS;
    }

    @Override
    public void check(Node node, Findings findings) {
        if (node.outgoing().isEmpty()) {
            findings.error("GATEWAY_WITHOUT_OUTGOING", node.id());
        }
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        if (node.incoming().size() <= 1) {
            flow.leave(visit);
        } else {
            new Joins(flow).await(visit);
        }
    }

    @Override
    public void skip(Node node, NodeInstance visit, Flow flow) {
        new Joins(flow).force(node, visit);
    }
}
