package wf.operation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import wf.contract.InstanceState;
import wf.definition.ProcessDefinition;
import wf.instance.ProcessInstance;
import wf.rule.Evaluation;
import wf.rule.Expression;
import wf.rule.Expressions;
import wf.runtime.Member;
import wf.runtime.Participants;

/**
 * Who is something to an instance because its model or the tenant says so: monitors, and whatever identities a tenant has
 * of its own. Nobody is appointed to another one's draft.
 */
public final class Appointments {

    private final Charter charter;
    private final Supplier<Expressions> expressions;

    /** @param expressions asked for only where an expression names the people */
    public Appointments(Charter charter, Supplier<Expressions> expressions) {
        this.charter = charter;
        this.expressions = expressions;
    }

    /** @param category of the definition, or null */
    public Set<Identity> of(Member person, ProcessInstance instance, ProcessDefinition definition, String category) {
        Set<Identity> appointed = new HashSet<>();
        if (instance.state() == InstanceState.DRAFT) {
            return appointed;
        }
        if (isAmong(person, definition.disclosure().monitors(), instance)) {
            appointed.add(Identity.MONITOR);
        }
        for (Standing standing : charter.appointing()) {
            if (standing.appointments().stream().anyMatch(a -> a.isAbout(definition.key(), category) && isAmong(person, a.people(), instance))) {
                appointed.add(standing.identity());
            }
        }
        return appointed;
    }

    /** Whether one of these candidates, or of those whom an expression names, means him. */
    public boolean isAmong(Member person, Collection<String> said, ProcessInstance instance) {
        return said.stream().anyMatch(s -> person.isAmong(candidates(s, instance)));
    }

    /** An expression that fails names nobody. */
    private List<String> candidates(String said, ProcessInstance instance) {
        if (!said.contains("${")) {
            return List.of(said);
        }
        Evaluation<Object> names = expressions.get().filled(Expression.of(said), instance.variables());
        return names.isError() ? List.of()
                : Participants.names(names.value()).stream().map(n -> n.contains(":") ? n : "user:" + n).toList();
    }
}
