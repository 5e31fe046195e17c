package wf.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the nodes of a process stand: which scope holds which, what sits on whose boundary, where a scope begins. It is
 * computed once; decisions only look things up.
 */
public final class NodeTree {

    private final Map<String, Node> nodes;
    private final Map<String, String> compensations;
    private final Map<String, List<Node>> inScope = new HashMap<>();
    private final Map<String, List<Node>> starts = new HashMap<>();
    private final Map<String, List<Node>> eventSubProcesses = new HashMap<>();
    private final Map<String, List<Node>> boundaries = new HashMap<>();
    private final Map<String, List<String>> successors = new HashMap<>();
    private final Map<String, List<String>> predecessors = new HashMap<>();
    private final List<Node> eventStarts;

    NodeTree(Map<String, Node> nodes, Map<String, String> compensations) {
        this.nodes = nodes;
        this.compensations = Map.copyOf(compensations);
        nodes.values().forEach(this::place);
        nodes.values().forEach(this::connect);
        inScope.forEach((scope, all) -> starts.put(scope, startsAmong(all)));
        eventStarts = of(inScope, null).stream().filter(n -> n.incoming().isEmpty() && n.settings().isStartedByEvent()).toList();
    }

    private void place(Node node) {
        inScope.computeIfAbsent(node.scope(), s -> new ArrayList<>()).add(node);
        if (node.isEventSubProcess()) {
            eventSubProcesses.computeIfAbsent(node.scope(), s -> new ArrayList<>()).add(node);
        }
        if (node.event().attachedTo() != null) {
            boundaries.computeIfAbsent(node.event().attachedTo(), s -> new ArrayList<>()).add(node);
        }
    }

    private void connect(Node node) {
        node.outgoing().forEach(f -> connect(node.id(), f.target()));
        if (node.event().attachedTo() != null) {
            connect(node.event().attachedTo(), node.id());
        }
        linkTarget(node).ifPresent(t -> connect(node.id(), t.id()));
    }

    private void connect(String from, String to) {
        successors.computeIfAbsent(from, n -> new ArrayList<>()).add(to);
        predecessors.computeIfAbsent(to, n -> new ArrayList<>()).add(from);
    }

    /** None starts; where a scope has no start event at all, whatever nothing leads to (BPMN 2.0.2 clause 13.3.2). */
    private static List<Node> startsAmong(List<Node> all) {
        List<Node> events = all.stream().filter(n -> n.type().equals("startEvent")).toList();
        return events.isEmpty() ? all.stream().filter(NodeTree::isImplicitStart).toList()
                : events.stream().filter(n -> n.event().definitions().isEmpty()).toList();
    }

    private static boolean isImplicitStart(Node node) {
        return node.incoming().isEmpty() && node.event().attachedTo() == null && !node.isEventSubProcess()
                && !node.activity().forCompensation() && !node.settings().isStartedByEvent()
                && !node.event().has(EventDefinition.Link.class);
    }

    private static <T> List<T> of(Map<String, List<T>> map, String key) {
        return map.getOrDefault(key, List.of());
    }

    /** Nodes directly inside the scope; null is the process itself. */
    public List<Node> inside(String scope) {
        return of(inScope, scope);
    }

    /** Where tokens begin when the scope begins. */
    public List<Node> starts(String scope) {
        return of(starts, scope);
    }

    /** Nodes of the process at which a message, timer, signal or condition begins an instance. */
    public List<Node> eventStarts() {
        return eventStarts;
    }

    public List<Node> eventSubProcesses(String scope) {
        return of(eventSubProcesses, scope);
    }

    /** The event that starts an event sub-process. */
    public Node startOf(Node eventSubProcess) {
        return inside(eventSubProcess.id()).stream().filter(n -> n.type().equals("startEvent")).findFirst().orElseThrow();
    }

    /** Events on the boundary of the activity. */
    public List<Node> boundaries(String activity) {
        return of(boundaries, activity);
    }

    /** What undoes the activity when its compensation is thrown. */
    public Optional<Node> compensationHandler(String activity) {
        return boundaries(activity).stream().map(b -> compensations.get(b.id())).filter(nodes::containsKey)
                .map(nodes::get).findFirst()
                .or(() -> eventSubProcesses(activity).stream()
                        .filter(e -> startOf(e).event().has(EventDefinition.Compensation.class)).findFirst());
    }

    /** The link event of the same scope that a thrown link goes on from. */
    public Optional<Node> linkTarget(Node thrown) {
        return !thrown.type().equals("intermediateThrowEvent") ? Optional.empty()
                : thrown.event().of(EventDefinition.Link.class).stream().flatMap(l -> inside(thrown.scope()).stream()
                        .filter(n -> n.type().equals("intermediateCatchEvent") && n.event().definitions().contains(l)))
                        .findFirst();
    }

    /** Whether the node stands somewhere inside the scope. */
    public boolean isInside(String nodeId, String scope) {
        String at = nodes.get(nodeId).scope();
        while (at != null && !at.equals(scope)) {
            at = nodes.get(at).scope();
        }
        return scope == null || at != null;
    }

    List<String> successors(String nodeId) {
        return successors.getOrDefault(nodeId, List.of());
    }

    List<String> predecessors(String nodeId) {
        return predecessors.getOrDefault(nodeId, List.of());
    }
}
