package wf.operation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.WorkItemKind;
import wf.instance.NodeInstance;
import wf.instance.SigningRound;
import wf.instance.WorkItem;
import wf.runtime.Loops;
import wf.runtime.Rejection;

/** What is checked wherever people are named who are to get work at a node. */
final class Others {

    private Others() { }

    /** Each once, in the order in which they are named. */
    static List<String> named(List<String> users) {
        return users == null ? List.of() : users.stream().filter(u -> u != null && !u.isBlank()).map(String::strip).distinct().toList();
    }

    static Optional<Rejection> areGiven(List<String> users) {
        return named(users).isEmpty() ? Checks.isGiven(null, "users") : Optional.empty();
    }

    /** Everybody is known and works here still. */
    static Optional<Rejection> areKnown(Subject on, List<String> users) {
        List<String> unknown = named(users).stream().filter(u -> on.facts().directory().member(u).isEmpty()).toList();
        return unknown.isEmpty() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.NO_PARTICIPANT, "UNKNOWN_PEOPLE", String.join(", ", unknown)));
    }

    static Optional<Rejection> areNotTooMany(Subject on, List<String> users) {
        return areNotTooMany(on, on.visit(), on.visit().roundOf(on.item()), users);
    }

    static Optional<Rejection> areNotTooMany(Subject on, NodeInstance visit, SigningRound round, List<String> users) {
        int there = round == null ? on.instance().itemsOf(visit.id()).size() : round.asked();
        return there + named(users).size() <= Loops.MAX_INSTANCES ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.QUOTA,
                "ADD_TOO_MANY", on.definition().label(visit.nodeId()), String.valueOf(Loops.MAX_INSTANCES)));
    }

    /** Nobody asks himself. */
    static Optional<Rejection> areNotTheHolder(Subject on, List<String> users) {
        return named(users).contains(on.item().owner())
                ? Optional.of(Rejection.of(ErrorCode.TARGET_INVALID, "HOLDS_ALREADY", on.item().owner())) : Optional.empty();
    }

    /** Nobody gets a second item of the same kind at the node, nor a second vote in the same round. */
    static Optional<Rejection> areNotThere(Subject on, WorkItemKind kind, Long askedBy, List<String> users) {
        return areNotThere(on, on.visit(), kind, askedBy, users);
    }

    static Optional<Rejection> areNotThere(Subject on, NodeInstance visit, WorkItemKind kind, Long askedBy, List<String> users) {
        Set<String> there = there(on, visit, kind, askedBy);
        List<String> twice = named(users).stream().filter(there::contains).toList();
        return twice.isEmpty() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.TARGET_INVALID, "TAKES_PART_ALREADY", String.join(", ", twice)));
    }

    private static Set<String> there(Subject on, NodeInstance visit, WorkItemKind kind, Long askedBy) {
        String group = groupOf(visit, kind, askedBy);
        Set<String> there = new LinkedHashSet<>();
        on.instance().itemsOf(visit.id()).stream().filter(i -> i.owner() != null && group.equals(groupOf(visit, i.kind(), i.askedBy())))
                .map(WorkItem::owner).forEach(there::add);
        if (isVote(kind)) {
            on.facts().voters().at(visit.id()).stream().filter(v -> group.equals(groupOf(visit, v.kind(), v.askedBy())))
                    .forEach(v -> there.add(v.person()));
            SigningRound round = visit.consultation(askedBy, kind).map(c -> c.round()).orElse(visit.round());
            there.addAll(round == null ? List.of() : round.toAsk());
        }
        return there;
    }

    /** Items whose holders do the same: vote in one round, or help one host, or do the work itself. */
    private static String groupOf(NodeInstance visit, WorkItemKind kind, Long askedBy) {
        if (!isVote(kind)) {
            return kind + " " + askedBy;
        }
        return visit.consultation(askedBy, kind).filter(c -> c.round() != null).map(c -> kind + " " + c.id()).orElse("round of the model");
    }

    private static boolean isVote(WorkItemKind kind) {
        return kind == WorkItemKind.SIGN || kind == WorkItemKind.ADDSIGN;
    }
}
