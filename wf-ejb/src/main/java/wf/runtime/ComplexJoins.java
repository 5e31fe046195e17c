package wf.runtime;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.instance.BranchEnd;
import wf.instance.BranchTree;
import wf.instance.JoinCycle;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;
import wf.instance.TokenEvent.NodeLeft;
import wf.instance.WaitEvent.CycleChanged;
import wf.instance.WaitEvent.CycleEnded;
import wf.rule.Evaluation;
import wf.rule.Expression;
import wf.value.Value;

/**
 * Joins that fire before all tokens have come (BPMN 2.0.2 clause 13.4.5). After firing a complex gateway waits to be
 * reset: it takes the token of each flow that has not had one yet and lets nothing out, until every flow has had one or
 * none can come any more.
 */
public final class ComplexJoins {

    /** What a second token of the same flow meets while the gateway waits to be reset. */
    public enum Late {
        /** It ends there. */
        IGNORE,
        /** It waits until the gateway is reset and then counts. */
        HOLD,
        /** There is none: all that could still come was cancelled when the gateway fired. */
        CANCEL
    }

    /** @param activation when it fires; null: when everything has come that can come */
    public record Settings(Expression activation, Late late) implements NodeSettings {
        @Override
        public boolean joinsWhatCanCome() {
            return activation == null;
        }
    }

    private final Flow flow;
    private final ProcessInstance instance;
    private final BranchTree tree;

    public ComplexJoins(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
        this.tree = new BranchTree(instance);
    }

    public void arrive(Node node, NodeInstance visit) {
        Settings settings = (Settings) node.settings();
        Long scopeId = tree.scopeOf(visit);
        JoinCycle cycle = instance.cycle(scopeId, node.id()).orElse(null);
        if (cycle == null) {
            new Joins(flow).await(visit);
            if (settings.activation() != null) {
                fireIfActive(node, flow.now(visit), settings, scopeId);
            }
        } else if (!cycle.flows().contains(visit.viaFlow())) {
            swallow(visit);
            had(node, cycle, visit.viaFlow());
        } else if (settings.late() == Late.IGNORE) {
            swallow(visit);
        } else {
            new Joins(flow).await(visit);
        }
    }

    private void fireIfActive(Node node, NodeInstance visit, Settings settings, Long scopeId) {
        Map<String, Value> counted = Map.of("activationCount", Value.of((long) counting(node, scopeId).size()));
        Evaluation<Boolean> active = flow.facts().expressions().condition(settings.activation(),
                new LayeredVariables(counted, new Variables(flow).at(visit)));
        if (active.isError()) {
            new Throwing(flow).failed(visit, active);
        } else if (active.value()) {
            fire(node, settings, scopeId);
        }
    }

    /**
     * Of each flow one token counts, so that a branch that comes twice is not taken for two. Where there is one flow only,
     * its tokens are threads of one branch and all of them count (WCP-41).
     */
    private List<NodeInstance> counting(Node node, Long scopeId) {
        Joins joins = new Joins(flow);
        return node.incoming().size() == 1 ? joins.waitingAt(node.id(), scopeId) : List.copyOf(joins.firstPerFlow(node, scopeId).values());
    }

    /** The token goes back from behind gateways to before them: what they let through is undone, and they count anew. */
    void goesBack(NodeInstance token, Node target) {
        Long scopeId = tree.scopeOf(token);
        for (JoinCycle cycle : List.copyOf(instance.cycles())) {
            Node gateway = flow.definition().node(cycle.nodeId());
            if (Objects.equals(cycle.scopeId(), scopeId) && isBehind(token, gateway) && !flow.definition().approaches(gateway, target.id()).isEmpty()) {
                flow.emit(new CycleEnded(scopeId, gateway.id()));
            }
        }
    }

    /** And not before it too, as in a circle: there nobody knows which of the two. */
    private boolean isBehind(NodeInstance token, Node gateway) {
        return flow.definition().reachableFrom(gateway.id()).contains(token.nodeId()) && flow.definition().approaches(gateway, token.nodeId()).isEmpty();
    }

    /** The missing tokens are taken as come. */
    public void force(Node node, NodeInstance visit) {
        new Joins(flow).fire(counting(node, tree.scopeOf(visit)));
    }

    private void fire(Node node, Settings settings, Long scopeId) {
        List<NodeInstance> counting = counting(node, scopeId);
        Set<String> flows = counting.stream().map(NodeInstance::viaFlow).collect(Collectors.toSet());
        NodeInstance goesOn = new Joins(flow).merge(counting);
        if (settings.late() == Late.CANCEL) {
            cancelOthers(node, scopeId);
        } else if (flows.size() < node.incoming().size()) {
            flow.emit(new CycleChanged(new JoinCycle(scopeId, node.id(), flows)));
        }
        flow.leave(flow.now(goesOn));
    }

    /** All that could still come to the gateway is given up. */
    private void cancelOthers(Node node, Long scopeId) {
        for (NodeInstance other : tree.tokensIn(scopeId)) {
            boolean mayCome = !flow.definition().approaches(node, other.nodeId()).isEmpty()
                    || other.nodeId().equals(node.id()) && other.state() == NodeInstanceState.WAITING;
            if (mayCome && instance.isActive(other.id())) {
                flow.cancel(other, BranchEnd.CANCELLED);
                flow.end(other.branchId(), BranchEnd.CANCELLED);
            }
        }
    }

    private void swallow(NodeInstance visit) {
        flow.emit(new NodeLeft(visit.id(), visit.nodeId(), List.of(), flow.facts().now()));
        flow.end(visit.branchId(), BranchEnd.ENDED);
    }

    private void had(Node node, JoinCycle cycle, String flowId) {
        if (instance.cycle(cycle.scopeId(), node.id()).isEmpty()) {
            return;
        }
        Set<String> flows = new HashSet<>(cycle.flows());
        flows.add(flowId);
        if (flows.size() >= node.incoming().size()) {
            reset(node, cycle.scopeId());
        } else {
            flow.emit(new CycleChanged(new JoinCycle(cycle.scopeId(), node.id(), flows)));
        }
    }

    /** The gateway begins anew; tokens that it held count now. */
    private void reset(Node node, Long scopeId) {
        flow.emit(new CycleEnded(scopeId, node.id()));
        new Joins(flow).waitingAt(node.id(), scopeId).forEach(flow::again);
    }

    /** Resets a gateway to whose missing flows nothing can come any more; false when there is none. */
    boolean resetOne() {
        Collection<JoinCycle> cycles = instance.cycles();
        for (JoinCycle cycle : List.copyOf(cycles)) {
            Node node = flow.definition().node(cycle.nodeId());
            if (tree.tokensIn(cycle.scopeId()).stream().filter(v -> !v.nodeId().equals(node.id()))
                    .noneMatch(v -> !cycle.flows().containsAll(flow.definition().approaches(node, v.nodeId())))) {
                reset(node, cycle.scopeId());
                return true;
            }
        }
        return false;
    }
}
