package wf.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.instance.NodeInstance;
import wf.rule.Evaluation;
import wf.rule.Expression;
import wf.value.Value;

/**
 * Who is to handle a node: the expressions of the model become people. Only people whom the organisation knows and has
 * not disabled count. A failing expression refuses the operation.
 */
public final class Participants {

    private final Flow flow;

    public Participants(Flow flow) {
        this.flow = flow;
    }

    /** Candidates named by one expression, each with the prefix ({@code user:}) unless it has one. Empty: refused. */
    public Optional<Set<String>> candidates(NodeInstance visit, Expression expression, String prefix, Map<String, Value> seen) {
        Evaluation<Object> result = flow.facts().expressions().filled(expression, seen);
        if (result.isError()) {
            flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "PARTICIPANT_FAILED", flow.nodeOf(visit).label(), expression.text(),
                    result.error()));
            return Optional.empty();
        }
        Set<String> candidates = new LinkedHashSet<>();
        names(result.value()).forEach(n -> candidates.add(n.contains(":") ? n : prefix + n));
        return Optional.of(candidates);
    }

    /** The names in a list, or in a text with commas between them. */
    public static List<String> names(Object value) {
        List<String> names = new ArrayList<>();
        if (value instanceof Collection<?> many) {
            many.forEach(m -> names.addAll(names(m)));
        } else if (value != null) {
            for (String name : value.toString().split(",")) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
        }
        return names;
    }

    /** The enabled people behind the candidates, each once, in order. */
    public List<String> people(Collection<String> candidates) {
        Set<String> people = new LinkedHashSet<>();
        candidates.forEach(c -> people.addAll(flow.facts().directory().membersOf(c)));
        return List.copyOf(people);
    }
}
