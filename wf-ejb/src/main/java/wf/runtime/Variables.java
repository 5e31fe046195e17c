package wf.runtime;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import wf.instance.BranchTree;
import wf.instance.LoopProgress;
import wf.instance.NodeInstance;
import wf.value.Value;

/** What a node sees: its own variables, then those of each scope around it, then those of the process. */
public final class Variables {

    private final Flow flow;

    public Variables(Flow flow) {
        this.flow = flow;
    }

    /** Variables as the visit sees them; null stands for the process itself. */
    public Map<String, Value> at(NodeInstance asked) {
        if (asked == null) {
            return flow.instance().variables();
        }
        NodeInstance visit = current(asked);
        Long scopeId = new BranchTree(flow.instance()).scopeOf(visit);
        Map<String, Value> around = at(scopeId == null ? null : flow.instance().nodeInstance(scopeId));
        Map<String, Value> own = visit.progress() == null ? visit.variables() : counted(visit);
        return own.isEmpty() ? around : new LayeredVariables(own, around);
    }

    /** Whoever asks may hold the visit as it was before it wrote its own variables. */
    private NodeInstance current(NodeInstance visit) {
        return flow.instance().isActive(visit.id()) ? flow.now(visit) : visit;
    }

    /**
     * A repeated activity shows its counts under the names that BPMN gives them (tables 10.27 and 10.28); as decimals, so
     * that a condition on a share of them, {@code nrOfCompletedInstances / nrOfInstances >= 0.6}, is no integer division.
     */
    private static Map<String, Value> counted(NodeInstance visit) {
        LoopProgress progress = visit.progress();
        Map<String, Value> own = new HashMap<>(visit.variables());
        own.put("loopCounter", Value.of((long) progress.ended()));
        count(own, "OfInstances", progress.planned());
        count(own, "OfActiveInstances", progress.active());
        count(own, "OfCompletedInstances", progress.ended());
        count(own, "OfTerminatedInstances", 0);
        return own;
    }

    private static void count(Map<String, Value> own, String what, int number) {
        own.put("nr" + what, Value.of(BigDecimal.valueOf(number)));
        own.put("number" + what, Value.of(BigDecimal.valueOf(number)));
    }

    /** The scope in which a variable of this name is written from the visit: the nearest that has it, else the process. */
    Long homeOf(String name, NodeInstance visit) {
        BranchTree tree = new BranchTree(flow.instance());
        for (NodeInstance at = visit == null ? null : current(visit); at != null; at = around(at, tree)) {
            if (at.variables().containsKey(name) || flow.nodeOf(at).activity().locals().contains(name)) {
                return at.id();
            }
        }
        return null;
    }

    private NodeInstance around(NodeInstance visit, BranchTree tree) {
        Long scopeId = tree.scopeOf(visit);
        return scopeId == null ? null : flow.instance().nodeInstance(scopeId);
    }
}
