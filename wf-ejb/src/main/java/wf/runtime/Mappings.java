package wf.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.definition.Assignment;
import wf.definition.Node;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.rule.Evaluation;
import wf.value.Value;

/** Data that goes into an activity when it begins and out of it when it ends (BPMN 2.0.2 clause 10.4.2). */
final class Mappings {

    private final Flow flow;

    Mappings(Flow flow) {
        this.flow = flow;
    }

    /** What the model lets the process begin with, as far as whoever starts it gives nothing else; false when one failed. */
    boolean initials() {
        List<Assignment> missing = flow.definition().process().initials().stream()
                .filter(a -> !flow.instance().variables().containsKey(a.name())).toList();
        return evaluated(missing, null).map(v -> new VariableWrites(flow).setAll(null, v)).orElse(false);
    }

    /** Initial values and inputs become the visit's own variables; false when one failed. */
    boolean inputs(Node node, NodeInstance visit) {
        return evaluated(node.activity().initials(), visit).map(v -> new VariableWrites(flow).setOwn(visit, v)).orElse(false)
                && given(node, flow.now(visit));
    }

    private boolean given(Node node, NodeInstance visit) {
        return evaluated(node.activity().inputs(), visit).map(v -> new VariableWrites(flow).setOwn(visit, v)).orElse(false);
    }

    /** The outputs are written in the scopes around the visit; false when one failed. Those of a skipped visit that fail are left out. */
    boolean outputs(NodeInstance visit) {
        if (visit.progress() != null) {
            return true;
        }
        return evaluated(flow.nodeOf(visit).activity().outputs(), visit)
                .map(v -> new VariableWrites(flow).setAll(around(visit), v)).orElse(false)
                && new Listeners(flow).told(flow.nodeOf(visit), visit, "end");
    }

    private NodeInstance around(NodeInstance visit) {
        Long scopeId = new BranchTree(flow.instance()).scopeOf(visit);
        return scopeId == null ? null : flow.instance().nodeInstance(scopeId);
    }

    private Optional<Map<String, Optional<Value>>> evaluated(List<Assignment> assignments, NodeInstance visit) {
        Map<String, Optional<Value>> values = new LinkedHashMap<>();
        for (Assignment assignment : assignments) {
            Evaluation<Optional<Value>> result = flow.facts().expressions()
                    .filled(assignment.value(), new Variables(flow).at(visit)).then(Evaluation::ofValue);
            if (result.isError() && visit != null && flow.isSkipped(visit)) {
                continue;
            } else if (result.isError()) {
                new Throwing(flow).failed(visit, result);
                return Optional.empty();
            }
            values.put(assignment.name(), result.value());
        }
        return Optional.of(values);
    }
}
