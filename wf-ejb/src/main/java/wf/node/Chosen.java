package wf.node;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.WorkItemKind;
import wf.definition.Node;
import wf.instance.NodeInstance;
import wf.runtime.Flow;
import wf.runtime.Participants;
import wf.runtime.Rejection;
import wf.runtime.Selection;
import wf.runtime.SigningRounds;
import wf.runtime.Sources;
import wf.runtime.Variables;
import wf.runtime.WorkItems;

/** Whoever handled the node before has chosen who handles this one, where the model lets him among its participants only. */
final class Chosen {

    private final Flow flow;

    Chosen(Flow flow) {
        this.flow = flow;
    }

    void handle(Node node, NodeInstance visit, List<String> people) {
        HumanTaskSettings settings = (HumanTaskSettings) node.settings();
        flow.leavesToChoose(visit, () -> selection(visit, settings));
        if (people.isEmpty()) {
            flow.stop(visit, Rejection.of(ErrorCode.NO_PARTICIPANT, "CHOOSE_PEOPLE", node.label(), node.id()));
        } else if (areInRange(node, visit, people, settings)) {
            hand(visit, people, settings);
        }
    }

    /** Where the model names participants and leaves the choice to whoever comes before, it is a choice among them. */
    private static boolean isAnybody(HumanTaskSettings settings) {
        return !settings.isChosen() || !settings.hasParticipants();
    }

    private boolean areInRange(Node node, NodeInstance visit, List<String> people, HumanTaskSettings settings) {
        if (isAnybody(settings)) {
            return true;
        }
        Optional<Set<String>> range = range(visit, settings);
        List<String> known = range.map(r -> new Participants(flow).people(r)).orElse(List.of());
        List<String> outside = people.stream().filter(p -> !known.contains(p)).toList();
        Integer most = most(settings);
        if (range.isPresent() && !outside.isEmpty()) {
            flow.stop(visit, Rejection.of(ErrorCode.NO_PARTICIPANT, "CHOSEN_OUTSIDE", node.label(), String.join(", ", outside)));
        } else if (range.isPresent() && most != null && people.size() > most) {
            flow.stop(visit, Rejection.of(ErrorCode.NO_PARTICIPANT, "CHOSEN_TOO_MANY", node.label(), String.valueOf(most)));
            return false;
        }
        return range.isPresent() && outside.isEmpty();
    }

    private Optional<Selection> selection(NodeInstance visit, HumanTaskSettings settings) {
        return isAnybody(settings) ? Optional.of(new Selection(null, null, List.of()))
                : range(visit, settings).map(r -> new Selection(r, most(settings), proposed(r, visit, settings)));
    }

    private Optional<Set<String>> range(NodeInstance visit, HumanTaskSettings settings) {
        return settings.sourcing() == null ? new Signers(flow).candidates(settings, visit, Map.of())
                : new Sources(flow, visit, new Variables(flow).at(visit)).candidates(settings.sourcing().unlimited());
    }

    private static Integer most(HumanTaskSettings settings) {
        return settings.sourcing() == null ? null : settings.sourcing().limit();
    }

    /** Those to whom the model would spread it; and whoever is the only one. */
    private List<String> proposed(Set<String> range, NodeInstance visit, HumanTaskSettings settings) {
        List<String> people = new Participants(flow).people(most(settings) == null ? range
                : new Signers(flow).candidates(settings, visit, Map.of()).orElse(Set.of()));
        return most(settings) != null || people.size() == 1 ? people : List.of();
    }

    private void hand(NodeInstance visit, List<String> people, HumanTaskSettings settings) {
        List<String> each = List.copyOf(new LinkedHashSet<>(people));
        if (settings.signing() != null) {
            new SigningRounds(flow).open(visit, each, settings.signing(), settings.resultVariable());
        } else if (each.size() == 1) {
            new WorkItems(flow).assign(visit, WorkItemKind.MAIN, each.get(0));
        } else {
            new WorkItems(flow).offer(visit, each.stream().map(p -> "user:" + p).toList());
        }
    }
}
