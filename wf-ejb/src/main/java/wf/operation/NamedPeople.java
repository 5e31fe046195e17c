package wf.operation;

import java.util.Collection;
import java.util.List;
import wf.instance.ProcessInstance;
import wf.rule.Evaluation;
import wf.rule.Expression;
import wf.rule.Expressions;
import wf.runtime.Member;
import wf.runtime.Participants;

/** Whom a model or a tenant means to watch or read: candidates, and those whom expressions name by the data of the instance. */
public final class NamedPeople {

    private final Expressions expressions;

    /** @param expressions of the command, whose time all expressions share */
    public NamedPeople(Expressions expressions) {
        this.expressions = expressions;
    }

    /** Whether one of these candidates, or of those whom an expression names, means him. */
    public boolean include(Member person, Collection<String> said, ProcessInstance instance) {
        return said.stream().anyMatch(s -> person.isAmong(candidates(s, instance)));
    }

    /** All of these candidates, and those whom expressions name. */
    public List<String> candidates(Collection<String> said, ProcessInstance instance) {
        return said.stream().flatMap(s -> candidates(s, instance).stream()).distinct().toList();
    }

    /** An expression that fails names nobody. */
    private List<String> candidates(String said, ProcessInstance instance) {
        if (!said.contains("${")) {
            return List.of(said);
        }
        Evaluation<Object> names = expressions.filled(Expression.of(said), instance.variables());
        return names.isError() ? List.of()
                : Participants.names(names.value()).stream().map(n -> n.contains(":") ? n : "user:" + n).toList();
    }
}
