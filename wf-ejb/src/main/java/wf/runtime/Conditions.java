package wf.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.definition.Node;
import wf.definition.SequenceFlow;
import wf.instance.NodeInstance;
import wf.rule.Evaluation;

/**
 * Which outgoing flows hold. When none does, or a condition fails, the operation is refused, so that the person who
 * submits can correct his data and nothing is half done.
 */
public final class Conditions {

    private final Flow flow;

    public Conditions(Flow flow) {
        this.flow = flow;
    }

    /** The first flow that holds, in the order of the model, else the default one. Empty: refused. */
    public Optional<SequenceFlow> first(Node node, NodeInstance visit) {
        for (SequenceFlow candidate : node.outgoing()) {
            Optional<Boolean> holds = candidate.isDefault() ? Optional.of(false) : holds(visit, candidate);
            if (holds.isEmpty()) {
                tellOthers(node, visit, candidate);
                return Optional.empty();
            } else if (holds.get()) {
                return Optional.of(candidate);
            }
        }
        return defaultOf(node, visit);
    }

    /** Every flow that holds, else the default one; an empty list where the node has no outgoing flow. Empty: refused. */
    public Optional<List<SequenceFlow>> holding(Node node, NodeInstance visit) {
        List<SequenceFlow> taken = new ArrayList<>();
        for (SequenceFlow candidate : node.outgoing()) {
            Optional<Boolean> holds = candidate.isDefault() ? Optional.of(false) : holds(visit, candidate);
            if (holds.isEmpty()) {
                tellOthers(node, visit, candidate);
                return Optional.empty();
            } else if (holds.get()) {
                taken.add(candidate);
            }
        }
        return taken.isEmpty() && !node.outgoing().isEmpty() ? defaultOf(node, visit).map(List::of) : Optional.of(taken);
    }

    private Optional<SequenceFlow> defaultOf(Node node, NodeInstance visit) {
        Optional<SequenceFlow> otherwise = node.outgoing().stream().filter(SequenceFlow::isDefault).findFirst();
        otherwise.ifPresent(o -> flow.witness().looked(node.id(), o, true));
        if (otherwise.isEmpty()) {
            flow.stop(visit, Rejection.of(ErrorCode.NO_ROUTE, "NO_ROUTE", node.label()));
        }
        return otherwise;
    }

    /** Whoever only asks for the way is told of the flows behind the one that failed, too. */
    private void tellOthers(Node node, NodeInstance visit, SequenceFlow failed) {
        if (flow.witness() != Witness.NONE) {
            node.outgoing().stream().skip(node.outgoing().indexOf(failed) + 1L).filter(f -> !f.isDefault()).forEach(f -> holds(visit, f));
        }
    }

    private Optional<Boolean> holds(NodeInstance visit, SequenceFlow candidate) {
        if (candidate.condition() == null) {
            return Optional.of(true);
        }
        Evaluation<Boolean> result = flow.facts().expressions()
                .condition(candidate.condition(), new Variables(flow).at(visit));
        if (result.isError()) {
            flow.witness().failed(visit.nodeId(), candidate, result.error());
            flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "CONDITION_FAILED", flow.nodeOf(visit).label(),
                    candidate.condition().text(), result.error()));
            return Optional.empty();
        }
        flow.witness().looked(visit.nodeId(), candidate, result.value());
        return Optional.of(result.value());
    }
}
