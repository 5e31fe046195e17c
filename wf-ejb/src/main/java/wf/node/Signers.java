package wf.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.definition.Loop.MultiInstance;
import wf.definition.Node;
import wf.instance.NodeInstance;
import wf.rule.Evaluation;
import wf.runtime.Flow;
import wf.runtime.LayeredVariables;
import wf.runtime.Participants;
import wf.runtime.Rejection;
import wf.runtime.Sources;
import wf.runtime.Variables;
import wf.value.Value;

/**
 * Who votes in a signing round: all participants, or, where the model gives a collection, whoever its participants mean
 * for each of the elements; a person stands in it once for each vote.
 */
final class Signers {

    private static final int MAX_SIGNERS = 5_000;

    private final Flow flow;

    Signers(Flow flow) {
        this.flow = flow;
    }

    /** Empty when something failed, which has been told. */
    Optional<List<String>> of(Node node, NodeInstance visit) {
        HumanTaskSettings settings = (HumanTaskSettings) node.settings();
        if (node.activity().loop() instanceof MultiInstance multi && (multi.collection() != null || multi.cardinality() != null)) {
            return multi.collection() != null ? ofCollection(settings, multi, visit) : ofCardinality(settings, multi, visit);
        }
        return candidates(settings, visit, Map.of()).flatMap(c -> known(c, visit));
    }

    /** Everybody who is named must be there: a signature that is silently not asked for is a control that is lost. */
    Optional<List<String>> known(Collection<String> candidates, NodeInstance visit) {
        List<String> missing = candidates.stream().filter(c -> c.startsWith("user:") && people(List.of(c)).isEmpty())
                .map(c -> c.substring("user:".length())).toList();
        if (!missing.isEmpty()) {
            flow.stop(visit, Rejection.of(ErrorCode.NO_PARTICIPANT, "UNKNOWN_SIGNERS", flow.nodeOf(visit).label(), String.join(", ", missing)));
            return Optional.empty();
        }
        return Optional.of(people(candidates));
    }

    /** Whom one more element of the collection means. */
    Optional<List<String>> of(Node node, NodeInstance visit, Value element) {
        return ofElements((HumanTaskSettings) node.settings(), (MultiInstance) node.activity().loop(), visit,
                Participants.names(element.toJava()));
    }

    private List<String> people(Collection<String> candidates) {
        return new Participants(flow).people(candidates);
    }

    private Optional<List<String>> ofCollection(HumanTaskSettings settings, MultiInstance multi, NodeInstance visit) {
        Evaluation<Object> collection = flow.facts().expressions().value(multi.collection(), new Variables(flow).at(visit));
        if (collection.isError()) {
            flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "PARTICIPANT_FAILED", flow.nodeOf(visit).label(),
                    multi.collection().text(), collection.error()));
            return Optional.empty();
        }
        return ofElements(settings, multi, visit, Participants.names(collection.value()));
    }

    private Optional<List<String>> ofElements(HumanTaskSettings settings, MultiInstance multi, NodeInstance visit, List<String> elements) {
        List<String> signers = new ArrayList<>();
        for (String element : elements) {
            Optional<Set<String>> some = settings.hasParticipants() && multi.element() != null
                    ? candidates(settings, visit, Map.of(multi.element(), Value.of(element)))
                    : Optional.of(Set.of(element.contains(":") ? element : "user:" + element));
            if (some.isEmpty()) {
                return Optional.empty();
            }
            Optional<List<String>> known = known(some.get(), visit);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            signers.addAll(known.get());
        }
        return Optional.of(signers);
    }

    private Optional<List<String>> ofCardinality(HumanTaskSettings settings, MultiInstance multi, NodeInstance visit) {
        Evaluation<Object> count = flow.facts().expressions().value(multi.cardinality(), new Variables(flow).at(visit));
        String text = String.valueOf(count.value());
        if (count.isError() || !text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > MAX_SIGNERS) {
            flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "LOOP_COUNT", flow.nodeOf(visit).label(), multi.cardinality().text(),
                    count.isError() ? count.error() : text, String.valueOf(MAX_SIGNERS)));
            return Optional.empty();
        }
        return candidates(settings, visit, Map.of()).flatMap(c -> known(c, visit)).map(p -> repeated(p, Integer.parseInt(text)));
    }

    /** One person named signs each time; of several each signs once, as far as the number goes. */
    private static List<String> repeated(List<String> people, int count) {
        return people.size() == 1 ? Collections.nCopies(count, people.get(0)) : people.subList(0, Math.min(count, people.size()));
    }

    /**
     * Candidates that the sources or expressions of the model name: those who are to get the work, or where nobody is those who may
     * claim it; empty when one failed, which has been told.
     */
    Optional<Set<String>> candidates(HumanTaskSettings settings, NodeInstance visit, Map<String, Value> more) {
        if (settings.sourcing() != null) {
            Map<String, Value> seen = new Variables(flow).at(visit);
            return new Sources(flow, visit, more.isEmpty() ? seen : new LayeredVariables(more, seen)).candidates(settings.sourcing());
        }
        Optional<Set<String>> named = candidates(settings, true, visit, more);
        return named.isPresent() && named.get().isEmpty() ? candidates(settings, false, visit, more) : named;
    }

    private Optional<Set<String>> candidates(HumanTaskSettings settings, boolean named, NodeInstance visit, Map<String, Value> more) {
        Set<String> all = new LinkedHashSet<>();
        Map<String, Value> seen = new Variables(flow).at(visit);
        for (HumanTaskSettings.Participant participant : settings.participants().stream().filter(p -> p.named() == named).toList()) {
            Optional<Set<String>> some = new Participants(flow).candidates(visit, participant.expression(), participant.prefix(),
                    more.isEmpty() ? seen : new LayeredVariables(more, seen));
            if (some.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(some.get());
        }
        return Optional.of(all);
    }
}
