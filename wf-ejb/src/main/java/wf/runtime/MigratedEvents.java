package wf.runtime;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.contract.ErrorCode;
import wf.definition.EventDefinition;
import wf.definition.EventTraits;
import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;
import wf.instance.Subscription;

/**
 * What an instance waits for when its definition changes (D8). What fits the new version is waited for as before, a
 * timer until the moment that was set; what does not is closed; what is new is opened. An event that has happened
 * already is not waited for again.
 */
final class MigratedEvents {

    /** An event in the time of the visit that holds it; null is the process. */
    private record Place(Long holderId, String eventId) { }

    private final VersionChange change;
    private final Flow flow;
    private final ProcessInstance instance;
    private final Map<Long, String> begun = new LinkedHashMap<>();
    private final Set<Place> unfit = new HashSet<>();

    MigratedEvents(VersionChange change, Flow flow) {
        this.change = change;
        this.flow = flow;
        this.instance = flow.instance();
        instance.nodeInstances().stream().filter(v -> !VersionChange.isWaiting(v, instance)).forEach(v -> begun.put(v.id(), v.nodeId()));
    }

    // ---- before ----

    void closeUnfit() {
        Map<Place, List<Subscription>> open = instance.subscriptions().stream().collect(Collectors.groupingBy(
                s -> new Place(s.nodeInstanceId(), s.nodeId()), LinkedHashMap::new, Collectors.toList()));
        Set<Place> taken = new HashSet<>();
        open.forEach((place, all) -> {
            if (!fits(place) || !taken.add(new Place(place.holderId(), change.id(place.eventId())))) {
                unfit.add(place);
                all.forEach(s -> new Subscriptions(flow).close(s, false));
            }
        });
    }

    private boolean fits(Place place) {
        String holder = place.holderId() == null ? null : instance.nodeInstance(place.holderId()).nodeId();
        Node before = change.from().node(place.eventId());
        return change.after(place.eventId()).filter(after -> isSame(before, after, holder)).isPresent();
    }

    /** Whether the event means in the time of the same holder what it meant before. */
    private boolean isSame(Node before, Node after, String holder) {
        EventTraits was = before.event();
        EventTraits is = after.event();
        boolean same = was.all() == is.all() && was.definitions().size() == is.definitions().size()
                && stands(after, change.id(holder), change.to());
        for (int i = 0; same && i < was.definitions().size(); i++) {
            same = isSame(was.definitions().get(i), is.definitions().get(i));
        }
        return same;
    }

    /** A timer that runs keeps its moment, and a condition is looked at as it is now. */
    private static boolean isSame(EventDefinition was, EventDefinition is) {
        return was instanceof EventDefinition.Timer && is instanceof EventDefinition.Timer
                || was instanceof EventDefinition.Condition && is instanceof EventDefinition.Condition || was.equals(is);
    }

    /** Whether the event counts in the time of the holder, null being the process. */
    private static boolean stands(Node event, String holder, ProcessDefinition definition) {
        if (event.id().equals(holder)) {
            return true;
        } else if (event.event().attachedTo() != null) {
            return event.event().attachedTo().equals(holder);
        } else if (event.type().equals("startEvent")) {
            return event.scope() != null && definition.node(event.scope()).isEventSubProcess()
                    && Objects.equals(definition.node(event.scope()).scope(), holder);
        }
        return holder != null && event.incoming().stream().anyMatch(f -> f.source().equals(holder));
    }

    // ---- after ----

    void openMissing() {
        openStarts(null, null);
        for (Map.Entry<Long, String> holder : begun.entrySet()) {
            if (instance.isActive(holder.getKey())) {
                open(instance.nodeInstance(holder.getKey()), holder.getValue());
            }
        }
    }

    private void open(NodeInstance visit, String before) {
        Node node = flow.nodeOf(visit);
        if (!new Loops(flow).isInstance(visit)) {
            flow.definition().tree().boundaries(node.id()).stream().filter(b -> isNew(b, before)).forEach(b -> open(visit.id(), b));
        }
        if (instance.isActive(visit.id()) && isScope(visit)) {
            openStarts(visit.id(), before);
        }
        if (instance.isActive(visit.id())) {
            openAwaited(node, visit, before);
        }
    }

    /** Whether something runs inside; a repeated activity as a whole holds its instances and no scope. */
    private boolean isScope(NodeInstance visit) {
        return visit.progress() == null && instance.branches().stream().anyMatch(b -> Long.valueOf(visit.id()).equals(b.scopeId()));
    }

    /** What the token itself waits for. */
    private void openAwaited(Node node, NodeInstance visit, String before) {
        if (node.type().equals("eventBasedGateway")) {
            openBehind(node, visit, before);
        } else if (unfit.contains(new Place(visit.id(), before))) {
            flow.types().of(node).enter(node, flow.now(visit), flow);
        }
    }

    private void openBehind(Node gateway, NodeInstance visit, String before) {
        Stream<Node> events = gateway.outgoing().stream().map(f -> flow.definition().node(f.target()));
        events.filter(e -> isNew(e, before)).forEach(e -> open(visit.id(), e));
        boolean waits = instance.subscriptions().stream().anyMatch(s -> Long.valueOf(visit.id()).equals(s.nodeInstanceId()));
        if (!waits && instance.isActive(visit.id()) && flow.now(visit).state() == NodeInstanceState.ACTIVE) {
            flow.refuse(Rejection.of(ErrorCode.TARGET_INVALID, "MIGRATE_NOTHING_AWAITED", gateway.label()));
        }
    }

    /** Where an event sub-process has taken over the scope, no other one can start any more. */
    private void openStarts(Long scopeId, String before) {
        String scope = scopeId == null ? null : instance.nodeInstance(scopeId).nodeId();
        boolean takenOver = new BranchTree(instance).tokensIn(scopeId).stream().map(flow::nodeOf)
                .anyMatch(n -> n.isEventSubProcess() && flow.definition().tree().startOf(n).event().interrupting());
        if (!takenOver) {
            flow.definition().tree().eventSubProcesses(scope).stream().map(flow.definition().tree()::startOf)
                    .filter(s -> isNew(s, before)).forEach(s -> open(scopeId, s));
        }
    }

    private void open(Long holderId, Node event) {
        if (holderId == null || instance.isActive(holderId)) {
            new Subscriptions(flow).open(holderId, event);
        }
    }

    /** Whether the version before had no such event there; one that it had and that is not waited for has happened. */
    private boolean isNew(Node event, String holder) {
        return change.from().nodes().stream().filter(n -> change.id(n.id()).equals(event.id()))
                .noneMatch(n -> stands(n, holder, change.from()) && isSame(n, event, holder));
    }
}
