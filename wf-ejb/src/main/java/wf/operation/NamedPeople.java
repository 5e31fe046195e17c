package wf.operation;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import wf.contract.ParticipantRole;
import wf.definition.Disclosure;
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

    /** Who may read all of it: whom the model names, and whom its sources meant when it began or ended. */
    public List<String> readers(Disclosure said, ProcessInstance instance) {
        Stream<String> readers = with(candidates(said.readers(), instance), ParticipantRole.READER, instance);
        return (instance.isClosed() ? Stream.concat(readers, with(candidates(said.endReaders(), instance), ParticipantRole.END_READER, instance)) : readers)
                .distinct().toList();
    }

    /** Who may read it since a token has come to one of its nodes, as the sources of these meant. */
    public List<String> nodeReaders(Disclosure said, ProcessInstance instance) {
        return instance.onlookers().stream().filter(o -> o.nodeId() != null && said.nodeSources().containsKey(o.nodeId()))
                .flatMap(o -> o.candidates().stream()).distinct().toList();
    }

    /** Who watches over it. */
    public List<String> monitors(Disclosure said, ProcessInstance instance) {
        return with(candidates(said.monitors(), instance), ParticipantRole.MONITOR, instance).distinct().toList();
    }

    private static Stream<String> with(List<String> named, ParticipantRole role, ProcessInstance instance) {
        return Stream.concat(named.stream(), instance.onlookers().stream().filter(o -> o.role() == role && o.nodeId() == null)
                .flatMap(o -> o.candidates().stream()));
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
