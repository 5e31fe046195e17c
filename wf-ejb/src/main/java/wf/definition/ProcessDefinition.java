package wf.definition;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import wf.contract.FieldAccess;

/**
 * One executable process as it was deployed: immutable and shared by all its instances. What follows from the graph
 * alone, such as which nodes can be reached from which, is computed once and kept.
 */
public final class ProcessDefinition {

    private final String key;
    private final String name;
    private final List<String> starters;
    private final Activity process;
    private final Allowances allowances;
    private final Map<String, Node> nodes;
    private final NodeTree tree;
    private final boolean inclusiveJoins;
    private final Map<String, Set<String>> reachable = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Set<String>>> approaches = new ConcurrentHashMap<>();

    /**
     * @param starters who may create instances, as candidates ({@code user:li}, {@code group:finance}); empty for everybody
     * @param process what the process has in common with an activity: its own variables and listeners
     * @param allowances what people may do with an instance as a whole
     * @param compensations handler of each compensation boundary event, by the ids of both
     */
    public ProcessDefinition(String key, String name, List<String> starters, Activity process, Allowances allowances,
            Collection<Node> nodes, Map<String, String> compensations) {
        this.key = key;
        this.name = name;
        this.starters = List.copyOf(starters);
        this.process = process;
        this.allowances = allowances;
        Map<String, Node> byId = new LinkedHashMap<>();
        nodes.forEach(n -> byId.put(n.id(), n));
        this.nodes = Collections.unmodifiableMap(byId);
        this.tree = new NodeTree(byId, compensations);
        this.inclusiveJoins = byId.values().stream().anyMatch(n -> n.settings().joinsWhatCanCome() && n.incoming().size() > 1);
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

    /** The name of the node that people see; its id where this version has no such node. */
    public String label(String nodeId) {
        Node node = nodes.get(nodeId);
        return node == null ? nodeId : node.label();
    }

    public Activity process() {
        return process;
    }

    public Allowances allowances() {
        return allowances;
    }

    /** Which node stands where: scopes, boundaries, starts. */
    public NodeTree tree() {
        return tree;
    }

    /** Where an instance begins that nobody but a caller starts. */
    public List<Node> noneStarts() {
        return tree.starts(null);
    }

    /** Whether the first node is the starter's own (拟稿环节), so that an instance can be kept there as a draft. */
    public boolean allowsDraft() {
        List<Node> starts = noneStarts();
        return !starts.isEmpty() && starts.stream().flatMap(s -> s.outgoing().stream())
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

    /** Whether some join waits only for what can still come. */
    public boolean hasInclusiveJoins() {
        return inclusiveJoins;
    }

    /** Nodes of its scope that a token standing at this node can come to; the node itself only through a loop. */
    public Set<String> reachableFrom(String nodeId) {
        return reachable.computeIfAbsent(nodeId, n -> explore(n, tree::successors, null));
    }

    /**
     * For a node that waits for tokens: by which of its incoming flows a token that stands at the other node can come to
     * it, without passing it before (BPMN 2.0.2, table 13.3).
     */
    public Set<String> approaches(Node gateway, String fromNodeId) {
        return approaches.computeIfAbsent(gateway.id(), g -> byOrigin(gateway)).getOrDefault(fromNodeId, Set.of());
    }

    private Map<String, Set<String>> byOrigin(Node gateway) {
        Map<String, Set<String>> byOrigin = new HashMap<>();
        for (SequenceFlow flow : gateway.incoming()) {
            origins(gateway, flow).forEach(o -> byOrigin.computeIfAbsent(o, n -> new HashSet<>()).add(flow.id()));
        }
        return byOrigin;
    }

    private Set<String> origins(Node gateway, SequenceFlow flow) {
        if (flow.source().equals(gateway.id())) {
            return Set.of();
        }
        Set<String> origins = new HashSet<>(explore(flow.source(), tree::predecessors, gateway.id()));
        origins.add(flow.source());
        return origins;
    }

    private static Set<String> explore(String from, Function<String, List<String>> next, String avoided) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(from);
        while (!open.isEmpty()) {
            for (String node : next.apply(open.remove())) {
                if (!node.equals(avoided) && seen.add(node)) {
                    open.add(node);
                }
            }
        }
        return Collections.unmodifiableSet(seen);
    }
}
