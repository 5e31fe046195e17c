package wf.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.definition.Node;
import wf.definition.SequenceFlow;
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
    public Optional<SequenceFlow> first(Node node) {
        for (SequenceFlow candidate : node.outgoing()) {
            Optional<Boolean> holds = candidate.isDefault() ? Optional.of(false) : holds(node, candidate);
            if (holds.isEmpty()) {
                return Optional.empty();
            } else if (holds.get()) {
                return Optional.of(candidate);
            }
        }
        return defaultOf(node);
    }

    /** Every flow that holds, else the default one; an empty list where the node has no outgoing flow. Empty: refused. */
    public Optional<List<SequenceFlow>> holding(Node node) {
        List<SequenceFlow> taken = new ArrayList<>();
        for (SequenceFlow candidate : node.outgoing()) {
            Optional<Boolean> holds = candidate.isDefault() ? Optional.of(false) : holds(node, candidate);
            if (holds.isEmpty()) {
                return Optional.empty();
            } else if (holds.get()) {
                taken.add(candidate);
            }
        }
        return taken.isEmpty() && !node.outgoing().isEmpty() ? defaultOf(node).map(List::of) : Optional.of(taken);
    }

    private Optional<SequenceFlow> defaultOf(Node node) {
        Optional<SequenceFlow> otherwise = node.outgoing().stream().filter(SequenceFlow::isDefault).findFirst();
        if (otherwise.isEmpty()) {
            flow.refuse(Rejection.of(ErrorCode.NO_ROUTE, "NO_ROUTE", node.label()));
        }
        return otherwise;
    }

    private Optional<Boolean> holds(Node node, SequenceFlow candidate) {
        if (candidate.condition() == null) {
            return Optional.of(true);
        }
        Evaluation<Boolean> result = flow.facts().expressions()
                .condition(candidate.condition(), flow.instance().variables());
        if (result.isError()) {
            flow.refuse(Rejection.of(ErrorCode.RULE_ERROR, "CONDITION_FAILED", node.label(), candidate.condition(),
                    result.error()));
            return Optional.empty();
        }
        return Optional.of(result.value());
    }
}
