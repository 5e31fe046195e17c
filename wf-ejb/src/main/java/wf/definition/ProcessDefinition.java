package wf.definition;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wf.contract.FieldAccess;

/**
 * One executable process as it was deployed: immutable and shared by all its instances. What follows from the graph
 * alone, such as which nodes can be reached from which, is computed once and kept.
 */
public final class ProcessDefinition {

    private final String key;
    private final String name;
    private final List<String> starters;
    private final Map<String, Node> nodes;
    private final Map<String, Set<String>> reachable = new ConcurrentHashMap<>();

    /** @param starters who may create instances, as candidates ({@code user:li}, {@code group:finance}); empty for everybody */
    public ProcessDefinition(String key, String name, List<String> starters, Collection<Node> nodes) {
        this.key = key;
        this.name = name;
        this.starters = List.copyOf(starters);
        Map<String, Node> byId = new LinkedHashMap<>();
        nodes.forEach(n -> byId.put(n.id(), n));
        this.nodes = Collections.unmodifiableMap(byId);
    }

    public String key() {
        return key;
    }

    /** The name that people see: the modelled one, else the key. */
    public String name() {
        return name == null || name.isBlank() ? key : name;
    }

    public List<String> starters() {
        return starters;
    }

    public Collection<Node> nodes() {
        return nodes.values();
    }

    public boolean has(String nodeId) {
        return nodes.containsKey(nodeId);
    }

    /** @throws IllegalArgumentException when there is no such node: the caller holds an id of another definition */
    public Node node(String id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("no node " + id + " in definition " + key);
        }
        return node;
    }

    /** Start nodes that begin an instance without an event. */
    public List<Node> noneStarts() {
        return nodes.values().stream().filter(n -> n.type().equals("startEvent")).toList();
    }

    /** Whether the first node is the starter's own (拟稿环节), so that an instance can be kept there as a draft. */
    public boolean allowsDraft() {
        return noneStarts().stream().flatMap(s -> s.outgoing().stream())
                .allMatch(f -> node(f.target()).settings().isForStarter());
    }

    /** The form fields of all nodes, each once, as the first node that shows it labels it. */
    public List<Field> fields() {
        Map<String, Field> byName = new LinkedHashMap<>();
        nodes.values().forEach(n -> n.settings().fields().forEach(f -> byName.putIfAbsent(f.name(), f)));
        return List.copyOf(byName.values());
    }

    /** Whether some node hides the field: its value is then shown to nobody who only reads (§9.3). */
    public boolean hides(String field) {
        return nodes.values().stream().flatMap(n -> n.settings().fields().stream())
                .anyMatch(f -> f.name().equals(field) && f.access() == FieldAccess.HIDDEN);
    }

    /** Nodes that a token standing at this node can come to; the node itself only through a loop. */
    public Set<String> reachableFrom(String nodeId) {
        return reachable.computeIfAbsent(nodeId, this::explore);
    }

    private Set<String> explore(String from) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(from);
        while (!open.isEmpty()) {
            for (SequenceFlow flow : node(open.remove()).outgoing()) {
                if (seen.add(flow.target())) {
                    open.add(flow.target());
                }
            }
        }
        return Collections.unmodifiableSet(seen);
    }
}
