package wf.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.contract.ErrorCode;
import wf.definition.Source;
import wf.definition.Sourcing;
import wf.instance.NodeInstance;
import wf.instance.TokenEvent.ParticipantsFound;
import wf.instance.TokenEvent.ParticipantsFound.Found;
import wf.rule.Evaluation;
import wf.value.Value;

/**
 * Finds the people of a node by its sources (§6.5), and tells the journal whom each of them meant. What can be offered as a
 * group stays one; as soon as somebody is left out or chosen, they are people.
 */
public final class Sources {

    /** What a bean answers. */
    private static final String ANSWER = "participants";
    private static final String USER = "user:";
    /** So many of a source stand in the journal; of the others it tells how many. */
    private static final int NAMED = 50;

    private final Flow flow;
    private final NodeInstance visit;
    private final Map<String, Value> seen;
    private final Participants participants;
    private final List<Found> found = new ArrayList<>();

    /** @param seen the variables that the sources see */
    public Sources(Flow flow, NodeInstance visit, Map<String, Value> seen) {
        this.flow = flow;
        this.visit = visit;
        this.seen = seen;
        this.participants = new Participants(flow);
    }

    /** Candidates, none where nobody is found; empty when a source failed, which has been told. */
    public Optional<Set<String>> candidates(Sourcing sourcing) {
        Optional<List<Set<String>>> from = all(sourcing.from(), false);
        Optional<List<Set<String>>> except = from.flatMap(f -> all(sourcing.except(), true));
        if (except.isEmpty()) {
            return Optional.empty();
        }
        Set<String> union = from.get().stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
        if (sourcing.isPlain()) {
            flow.emit(new ParticipantsFound(visit.id(), visit.nodeId(), found, List.of(), null));
            return Optional.of(union);
        }
        Set<String> people = new LinkedHashSet<>(participants.people(union));
        if (sourcing.intersects()) {
            from.get().forEach(f -> people.retainAll(Set.copyOf(participants.people(f))));
        }
        except.get().forEach(e -> people.removeAll(Set.copyOf(participants.people(e))));
        List<String> chosen = new Spreading(flow, visit).chosen(people, sourcing);
        flow.emit(new ParticipantsFound(visit.id(), visit.nodeId(), found, chosen,
                sourcing.load() == Sourcing.Load.ROUND_ROBIN && !chosen.isEmpty() ? chosen.get(chosen.size() - 1) : null));
        return Optional.of(chosen.stream().map(USER::concat).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private Optional<List<Set<String>>> all(List<Source> sources, boolean leftOut) {
        List<Set<String>> all = new ArrayList<>();
        for (Source source : sources) {
            List<Standpoint> bases = source.relative() == null ? List.of() : bases(source);
            Optional<Set<String>> some = source.relative() == null ? named(source) : Optional.of(related(source, bases));
            if (some.isEmpty()) {
                return Optional.empty();
            }
            all.add(some.get());
            found.add(new Found(source.toString(), leftOut, bases.stream().map(Standpoint::person).toList(),
                    some.get().stream().limit(NAMED).toList(), some.get().size()));
        }
        return Optional.of(all);
    }

    // ---- those who are named ----

    private Optional<Set<String>> named(Source source) {
        return switch (source.kind()) {
            case USER, EXPRESSION -> participants.candidates(visit, source.what(), USER, seen);
            case DEPT, GROUP, POST -> units(source);
            case VARIABLE, FIELD -> Optional.of(inVariable(source.what().text()));
            case BEAN -> answered(source.what().text());
            case RELATION -> throw new IllegalArgumentException(source.toString());
        };
    }

    private Optional<Set<String>> units(Source source) {
        Relations relations = new Relations(flow.facts().directory());
        return participants.candidates(visit, source.what(), Source.attribute(source.kind()) + ":", seen).map(units -> !source.below() ? units
                : units.stream().flatMap(u -> relations.withBelow(u).stream()).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private Set<String> inVariable(String name) {
        return prefixed(seen.get(name));
    }

    private static Set<String> prefixed(Value value) {
        return value == null ? Set.of() : Participants.names(value.toJava()).stream().map(n -> n.contains(":") ? n : USER + n)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A preview calls nobody, and does not go on here. */
    private Optional<Set<String>> answered(String bean) {
        Optional<Evaluation<Map<String, Optional<Value>>>> answer = flow.facts().beans().call(bean, Beans.Call.of(flow, visit, ANSWER));
        if (answer.isPresent() && answer.get().isError()) {
            flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "PARTICIPANT_FAILED", flow.nodeOf(visit).label(), bean, answer.get().error()));
        }
        return answer.filter(a -> !a.isError()).map(a -> prefixed(a.value().getOrDefault(ANSWER, Optional.empty()).orElse(null)));
    }

    // ---- those who are something to somebody ----

    private Set<String> related(Source source, Collection<Standpoint> bases) {
        Relations relations = new Relations(flow.facts().directory());
        return bases.stream().flatMap(b -> relations.of(source.relative(), b).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Standpoint> bases(Source source) {
        return (switch (source.base()) {
            case STARTER -> Stream.of(starter());
            case CURRENT -> Stream.of(flow.facts().actor().isEngine() ? previous() : new Standpoint(flow.facts().actor().id(), flow.actsIn()));
            case PREVIOUS -> Stream.of(previous());
            case NODE -> flow.handlersOf(source.baseName()).stream();
            case VARIABLE -> inVariable(source.baseName()).stream().filter(c -> c.startsWith(USER)).map(c -> Standpoint.of(c.substring(USER.length())));
        }).distinct().toList();
    }

    private Standpoint starter() {
        return new Standpoint(flow.instance().starter(), flow.instance().standing().department());
    }

    private Standpoint previous() {
        return visit.sentBy() == null ? starter() : new Standpoint(visit.sentBy(), visit.sentIn());
    }
}
