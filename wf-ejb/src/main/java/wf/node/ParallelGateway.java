package wf.node;

import java.util.List;
import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.definition.SequenceFlow;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.Joins;
import wf.runtime.NodeType;

/** N17 并行网关: waits for one token of every incoming flow, then sends one along every outgoing flow. */
public final class ParallelGateway implements NodeType {

    private static final NodeSettings SETTINGS = new NodeSettings() {
        @Override
        public boolean joinsEveryFlow() {
            return true;
        }
    };

    @Override
    public Set<String> elements() {
        return Set.of("parallelGateway");
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        return SETTINGS;
    }

    @Override
    public void check(Node node, Findings findings) {
        node.outgoing().stream().filter(SequenceFlow::isConditional)
                .forEach(f -> findings.error("PARALLEL_WITH_CONDITION", f.id(), node.label()));
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        if (node.incoming().size() <= 1) {
            flow.leaveBy(visit, List.copyOf(node.outgoing()));
        } else {
            new Joins(flow).arriveAtParallel(node, visit);
        }
    }

    @Override
    public void skip(Node node, NodeInstance visit, Flow flow) {
        new Joins(flow).force(node, visit);
    }
}
