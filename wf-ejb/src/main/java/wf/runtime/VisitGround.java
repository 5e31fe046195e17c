package wf.runtime;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.contract.ErrorCode;
import wf.contract.ParticipantRole;
import wf.definition.Source;
import wf.definition.Sourcing;
import wf.instance.NodeInstance;
import wf.instance.TokenEvent.NodeEntered;
import wf.instance.TokenEvent.ParticipantsFound;
import wf.rule.Evaluation;
import wf.rule.Expression;
import wf.value.Value;

/** The ground of a search inside a decision: a visit, or the instance as a whole. */
final class VisitGround implements Ground {

    /** What a bean answers. */
    private static final String ANSWER = "participants";
    private static final String USER = "user:";

    private final Flow flow;
    private final ParticipantRole role;
    private final NodeInstance visit;
    private final Map<String, Value> seen;

    /**
     * @param role a failure stops the work of handlers, and nothing where others are sought
     * @param visit null for the instance as a whole
     * @param seen the variables that the sources see
     */
    VisitGround(Flow flow, ParticipantRole role, NodeInstance visit, Map<String, Value> seen) {
        this.flow = flow;
        this.role = role;
        this.visit = visit;
        this.seen = seen;
    }

    @Override
    public Directory directory() {
        return flow.facts().directory();
    }

    @Override
    public Optional<Set<String>> named(Expression what, String prefix) {
        Evaluation<Object> result = flow.facts().expressions().filled(what, seen);
        if (result.isError()) {
            failed(what.text(), result.error());
            return Optional.empty();
        }
        return Optional.of(prefixed(Participants.names(result.value()), prefix));
    }

    private void failed(String what, String error) {
        if (role == ParticipantRole.HANDLER) {
            flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "PARTICIPANT_FAILED", flow.nodeOf(visit).label(), what, error));
        }
    }

    @Override
    public Set<String> inVariable(String name) {
        return prefixed(seen.get(name));
    }

    private static Set<String> prefixed(Value value) {
        return value == null ? Set.of() : prefixed(Participants.names(value.toJava()), USER);
    }

    private static Set<String> prefixed(List<String> names, String prefix) {
        return names.stream().map(n -> n.contains(":") ? n : prefix + n).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A preview calls nobody, and does not go on here. */
    @Override
    public Optional<Set<String>> answered(String bean) {
        Optional<Evaluation<Map<String, Optional<Value>>>> answer = flow.facts().beans().call(bean, Beans.Call.of(flow, there(), ANSWER));
        if (answer.isPresent() && answer.get().isError()) {
            failed(bean, answer.get().error());
        }
        return answer.filter(a -> !a.isError()).map(a -> prefixed(a.value().getOrDefault(ANSWER, Optional.empty()).orElse(null)));
    }

    /** Null where the token has gone on already. */
    private NodeInstance there() {
        return visit != null && flow.instance().isActive(visit.id()) ? visit : null;
    }

    @Override
    public List<Standpoint> bases(Source source) {
        return (switch (source.base()) {
            case STARTER -> Stream.of(starter());
            case CURRENT -> Stream.of(current());
            case PREVIOUS -> Stream.of(previous());
            case NODE -> flow.handlersOf(source.baseName()).stream();
            case VARIABLE -> inVariable(source.baseName()).stream().filter(c -> c.startsWith(USER)).map(c -> Standpoint.of(c.substring(USER.length())));
        }).distinct().toList();
    }

    /** Whoever migrates an instance is nobody's sender: then those who watch are found as they were when the work came. */
    private Standpoint current() {
        boolean watches = role == ParticipantRole.READER || role == ParticipantRole.MONITOR;
        return flow.facts().actor().isEngine() || watches && !hasCome() ? previous() : new Standpoint(flow.facts().actor().id(), flow.actsIn());
    }

    private boolean hasCome() {
        return visit != null && flow.told().stream().anyMatch(e -> e instanceof NodeEntered come && come.visit().id() == visit.id());
    }

    private Standpoint starter() {
        return new Standpoint(flow.instance().starter(), flow.instance().standing().department());
    }

    private Standpoint previous() {
        return visit == null || visit.sentBy() == null ? starter() : new Standpoint(visit.sentBy(), visit.sentIn());
    }

    @Override
    public List<String> chosen(Collection<String> people, Sourcing sourcing) {
        return new Spreading(flow, ParticipantsFound.place(role, visit == null ? null : visit.nodeId())).chosen(people, sourcing);
    }
}
