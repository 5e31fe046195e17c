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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.contract.FieldAccess;

/**
 * One executable process as it was deployed: immutable and shared by all its instances. What follows from the graph
 * alone, such as which nodes can be reached from which, is computed once and kept.
 */
public final class ProcessDefinition {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

    private final String key;
    private final String name;
    private final List<String> starters;
    private final Activity process;
    private final Allowances allowances;
    private final Map<String, Node> nodes;
    private final Disclosure disclosure;
    private final NodeTree tree;
    private final boolean inclusiveJoins;
    private final Set<String> encrypted;
    private final Set<String> queryFields;
    private final Set<String> trail;
    private final Set<String> routing;
    private final boolean looksBack;
    private final boolean limits;
    private final Map<String, Set<String>> reachable = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Set<String>>> approaches = new ConcurrentHashMap<>();

    /**
     * @param starters who may create instances, as candidates ({@code user:li}, {@code group:finance}); empty for everybody
     * @param process what the process has in common with an activity: its own variables and listeners
     * @param allowances what people may do with an instance as a whole
     * @param disclosure who may see what of it
     * @param compensations handler of each compensation boundary event, by the ids of both
     */
    public ProcessDefinition(String key, String name, List<String> starters, Activity process, Allowances allowances,
            Collection<Node> nodes, Disclosure disclosure, Map<String, String> compensations) {
        this.key = key;
        this.name = name;
        this.starters = List.copyOf(starters);
        this.process = process;
        this.allowances = allowances;
        Map<String, Node> byId = new LinkedHashMap<>();
        nodes.forEach(n -> byId.put(n.id(), n));
        this.nodes = Collections.unmodifiableMap(byId);
        this.disclosure = disclosure;
        this.tree = new NodeTree(byId, compensations);
        this.encrypted = Stream.concat(disclosure.fields().stream(), byId.values().stream().flatMap(n -> n.settings().fields().stream()))
                .filter(f -> f.sensitivity() == Sensitivity.ENCRYPTED).map(Field::name).collect(Collectors.toUnmodifiableSet());
        this.queryFields = Stream.concat(disclosure.fields().stream(), byId.values().stream().flatMap(n -> n.settings().fields().stream()))
                .filter(Field::query).map(Field::name).collect(Collectors.toUnmodifiableSet());
        this.inclusiveJoins = byId.values().stream().anyMatch(n -> n.settings().joinsWhatCanCome() && n.incoming().size() > 1);
        this.trail = byId.values().stream().filter(n -> n.isHuman() || n.hasEffect() || n.activity().noReturnAcross()
                || tree.compensationHandler(n.id()).isPresent()).map(Node::id).collect(Collectors.toUnmodifiableSet());
        this.limits = !process.limits().isNone() || byId.values().stream().anyMatch(n -> !n.activity().limits().isNone() || n.settings().work().due() != null);
        this.looksBack = disclosure.looksBack() || byId.values().stream().anyMatch(n -> n.settings().looksBack());
        this.routing = byId.values().stream().flatMap(n -> n.outgoing().stream()).filter(SequenceFlow::isConditional)
                .flatMap(f -> WORD.matcher(f.condition().text()).results()).map(MatchResult::group).collect(Collectors.toUnmodifiableSet());
    }

    public String key() {
        return key;
    }

    /** The name that people see: the modelled one, else the key. */
    public String name() {
        return name == null || name.isBlank() ? key : name;
    }

    /** Whether anything in it is to be done until some time. */
    public boolean hasLimits() {
        return limits;
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

    /** Who may see what, beyond those who work on its instances. */
    public Disclosure disclosure() {
        return disclosure;
    }

    /** The fields of the process and of all its nodes, each once, as the first that names it labels it. */
    public List<Field> fields() {
        Map<String, Field> byName = new LinkedHashMap<>();
        disclosure.fields().forEach(f -> byName.putIfAbsent(f.name(), f));
        nodes.values().forEach(n -> n.settings().fields().forEach(f -> byName.putIfAbsent(f.name(), f)));
        return List.copyOf(byName.values());
    }

    /**
     * Whether some node hides the field from whoever has these identities: its value is then not shown to him where he only
     * reads (§9.3).
     */
    public boolean hides(String field, Collection<String> identities) {
        return mentions(field).anyMatch(f -> f.accessOf(identities) == FieldAccess.HIDDEN);
    }

    /** Whether something is hidden from somebody. */
    public boolean hidesAnything() {
        return Stream.concat(disclosure.fields().stream(), nodes.values().stream().flatMap(n -> n.settings().fields().stream()))
                .anyMatch(f -> f.access() == FieldAccess.HIDDEN || f.accessOf().containsValue(FieldAccess.HIDDEN));
    }

    /** Whether the field is called sensitive anywhere: whoever only reads sees its last characters. */
    public boolean masks(String field) {
        return mentions(field).anyMatch(Field::isMasked);
    }

    /** Names of the fields whose values are stored under a key of the instance. */
    public Set<String> encrypted() {
        return encrypted;
    }

    /** Names of the fields by whose values instances are found. */
    public Set<String> queryFields() {
        return queryFields;
    }

    private Stream<Field> mentions(String field) {
        return Stream.concat(disclosure.fields().stream(), nodes.values().stream().flatMap(n -> n.settings().fields().stream()))
                .filter(f -> f.name().equals(field));
    }

    /** Whether a finished visit of the node is remembered, for operations that look back (§0.4c). */
    public boolean leavesTrail(String nodeId) {
        return trail.contains(nodeId);
    }

    /** Whether the condition of some flow names the variable. */
    public boolean routesBy(String variable) {
        return routing.contains(variable);
    }

    /** Whether some node asks who has worked before, whenever a token comes. */
    public boolean looksBack() {
        return looksBack;
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
