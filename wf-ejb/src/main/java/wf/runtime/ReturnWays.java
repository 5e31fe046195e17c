package wf.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import wf.definition.Blocks;
import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.definition.SequenceFlow;
import wf.instance.Branch;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.runtime.ReturnWay.Kind;

/** Finds out whether and how work can go back to an earlier visit: questions about model, branches and trail only. */
public final class ReturnWays {

    private final ProcessDefinition definition;
    private final ProcessInstance instance;
    private final Trail trail;
    private final BranchTree tree;

    public ReturnWays(ProcessDefinition definition, ProcessInstance instance, Trail trail) {
        this.definition = definition;
        this.instance = instance;
        this.trail = trail;
        this.tree = new BranchTree(instance);
    }

    /** Ways from the visit to the latest visit of each other node that takes work, the latest first. */
    public List<ReturnWay> from(NodeInstance visit) {
        Map<String, ReturnWay> latest = new LinkedHashMap<>();
        List<TrailEntry> entries = trail.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            TrailEntry entry = entries.get(i);
            if (!entry.nodeId().equals(visit.nodeId()) && !latest.containsKey(entry.nodeId())) {
                to(entry, visit).ifPresent(w -> latest.put(entry.nodeId(), w));
            }
        }
        return List.copyOf(latest.values());
    }

    /** Empty when work cannot go back there. */
    public Optional<ReturnWay> to(TrailEntry target, NodeInstance from) {
        if (!definition.has(target.nodeId()) || !takesWork(definition.node(target.nodeId()), target) || isUndoing(from)) {
            return Optional.empty();
        }
        Optional<Long> anchor = target.lineage().stream().map(TrailEntry.Place::branchId).filter(instance::hasBranch).findFirst();
        return anchor.flatMap(a -> chain(target, a).flatMap(c -> way(target, a, c, from))).filter(w -> isAllowed(w, from));
    }

    /** Where people have worked, they work again; what was called is called anew. One of several instances of a repeated activity is not. */
    private static boolean takesWork(Node node, TrailEntry target) {
        boolean calls = node.settings().awaitsCalled() && !node.activity().isLooped();
        return (calls || node.isHuman() && !target.handlers().isEmpty()) && !node.activity().forCompensation();
    }

    /** What undoes other work has not come along the model's ways, and goes back along none. */
    public boolean isUndoing(NodeInstance visit) {
        for (NodeInstance at = visit; at != null; at = tree.scopeOf(at) == null ? null : instance.nodeInstance(tree.scopeOf(at))) {
            if (definition.node(at.nodeId()).activity().forCompensation()) {
                return true;
            }
        }
        return false;
    }

    private Optional<ReturnWay> way(TrailEntry target, long anchorId, List<String> chain, NodeInstance from) {
        boolean isThere = target.branchId() == anchorId;
        boolean above = tree.lineage(from.branchId()).contains(anchorId);
        if (above && isThere) {
            return Optional.of(new ReturnWay(target, from.branchId() == anchorId ? Kind.SAME : Kind.SPLIT, anchorId, chain));
        }
        ReturnWay merged = new ReturnWay(target, Kind.MERGED, anchorId, chain);
        if (above && !isPartOfSameSplit(merged, from)) {
            return Optional.of(merged);
        }
        ReturnWay beside = new ReturnWay(target, Kind.BESIDE, anchorId, chain);
        return meeting(beside, from).map(m -> beside);
    }

    /** Whether the target was on a part of the very split below which the token still is. */
    private boolean isPartOfSameSplit(ReturnWay way, NodeInstance from) {
        Long split = way.child().map(TrailEntry.Place::split).orElse(null);
        return split != null && from.branchId() != way.anchorId() && tree.lineage(from.branchId()).stream()
                .map(instance::branch).anyMatch(b -> Objects.equals(b.parentId(), way.anchorId()) && split.equals(b.splitNodeInstanceId()));
    }

    /** Finished sub-processes around the target; empty where it does not stand inside the anchor's scope, or in a repeated one. */
    private Optional<List<String>> chain(TrailEntry target, long anchorId) {
        Long scopeId = instance.branch(anchorId).scopeId();
        String scope = scopeId == null ? null : instance.nodeInstance(scopeId).nodeId();
        boolean inLoop = scope != null && definition.tree().inside(scope).isEmpty();
        String until = inLoop ? definition.node(scope).scope() : scope;
        List<String> chain = new ArrayList<>();
        for (String at = definition.node(target.nodeId()).scope(); !Objects.equals(at, until); at = definition.node(at).scope()) {
            if (at == null || definition.node(at).activity().isLooped() || definition.node(at).isEventSubProcess()) {
                return Optional.empty();
            }
            chain.add(0, at);
        }
        return Optional.of(chain);
    }

    // ---- what lies between ----

    /** What was done since the target on the way that is undone, the target included. */
    List<TrailEntry> undone(ReturnWay way, boolean allOfSplit) {
        List<TrailEntry> since = trail.since(way.target(), way.anchorId());
        TrailEntry.Place child = way.child().orElse(null);
        if (child == null || allOfSplit) {
            return since;
        }
        return since.stream().filter(e -> e.isBelow(child.branchId()) || e.lineage().stream()
                .noneMatch(p -> child.split() != null && child.split().equals(p.split()))).toList();
    }

    /** Nothing lies between that was done for good. */
    private boolean isAllowed(ReturnWay way, NodeInstance from) {
        return undone(way, false).stream().filter(e -> !e.equals(way.target())).map(TrailEntry::nodeId).filter(definition::has).map(definition::node)
                .noneMatch(n -> n.activity().noReturnAcross() && definition.tree().compensationHandler(n.id()).isEmpty());
    }

    /** Whether parts of the target's split, which itself is gone, still go on below the anchor. */
    boolean isSplitStill(ReturnWay way) {
        Long split = way.child().map(TrailEntry.Place::split).orElse(null);
        return split != null && tree.below(way.anchorId()).stream()
                .anyMatch(b -> Objects.equals(b.parentId(), way.anchorId()) && split.equals(b.splitNodeInstanceId()));
    }

    /**
     * The node of the target's split, which the trail does not keep: as its open parts have it, else by the model the
     * outermost split whose join comes behind the target.
     */
    Optional<String> splitNode(ReturnWay way) {
        Long split = way.child().map(TrailEntry.Place::split).orElse(null);
        Optional<String> open = instance.branches().stream().filter(b -> b.splitNodeInstanceId() != null && b.splitNodeInstanceId().equals(split))
                .map(Branch::splitNodeId).filter(Objects::nonNull).findFirst();
        return open.or(() -> outermostSplit(way.entrance()));
    }

    private Optional<String> outermostSplit(String nodeId) {
        Blocks blocks = new Blocks(definition);
        List<String> around = definition.tree().inside(definition.node(nodeId).scope()).stream().filter(n -> n.outgoing().size() > 1)
                .filter(n -> blocks.join(n).isPresent() && blocks.isInside(n.id(), nodeId)).map(Node::id).toList();
        return around.stream().filter(one -> around.stream().noneMatch(other -> !other.equals(one) && blocks.isInside(other, one))).findFirst();
    }

    // ---- joins ----

    /** Where the token waits for the branch beside: at its next join, if the two meet there or further on; and how it comes there. */
    Optional<SequenceFlow> meeting(ReturnWay way, NodeInstance from) {
        NodeInstance token = inScopeOf(way.anchorId(), from);
        List<Node> joins = token == null ? List.of() : nearest(token.nodeId()).stream().filter(ReturnWays::isJoin).toList();
        boolean meet = joins.stream().anyMatch(j -> !definition.approaches(j, way.entrance()).isEmpty());
        return !meet ? Optional.empty() : freeWay(joins.get(0), token, way.entrance());
    }

    private Optional<SequenceFlow> freeWay(Node join, NodeInstance token, String beside) {
        Set<String> taken = new HashSet<>(definition.approaches(join, beside));
        instance.waitingVisits().stream().filter(v -> v.nodeId().equals(join.id())).forEach(v -> taken.add(v.viaFlow()));
        Set<String> mine = definition.approaches(join, token.nodeId());
        return join.incoming().stream().filter(f -> mine.contains(f.id()) && !taken.contains(f.id())).findFirst();
    }

    /** The visit, or the sub-process around it that stands in the scope of the branch; null where none does. */
    NodeInstance inScopeOf(long branchId, NodeInstance visit) {
        Long scopeId = instance.branch(branchId).scopeId();
        NodeInstance at = visit;
        while (!Objects.equals(tree.scopeOf(at), scopeId)) {
            if (tree.scopeOf(at) == null) {
                return null;
            }
            at = instance.nodeInstance(tree.scopeOf(at));
        }
        return at;
    }

    static boolean isJoin(Node node) {
        return node.incoming().size() > 1 && (node.settings().joinsEveryFlow() || node.settings().joinsWhatCanCome());
    }

    /** Nodes that a token there can come to, the nearest first. */
    private List<Node> nearest(String nodeId) {
        Set<String> seen = new HashSet<>(Set.of(nodeId));
        List<Node> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(List.of(nodeId));
        while (!open.isEmpty()) {
            for (SequenceFlow flow : definition.node(open.remove()).outgoing()) {
                if (seen.add(flow.target())) {
                    found.add(definition.node(flow.target()));
                    open.add(flow.target());
                }
            }
        }
        return found;
    }

    /**
     * Flows into joins before the place where the token is, along which nothing comes again from where work begins anew:
     * what had come along them counts as having come (case D).
     */
    List<SequenceFlow> satisfied(List<String> begins, NodeInstance from) {
        List<SequenceFlow> satisfied = new ArrayList<>();
        String scope = definition.node(begins.get(0)).scope();
        for (Node join : definition.tree().inside(scope)) {
            boolean before = definition.reachableFrom(join.id()).contains(from.nodeId());
            Set<String> coming = new HashSet<>();
            begins.forEach(b -> coming.addAll(definition.approaches(join, b)));
            if (join.settings().joinsEveryFlow() && join.incoming().size() > 1 && before && !coming.isEmpty()) {
                join.incoming().stream().filter(f -> !coming.contains(f.id())).forEach(satisfied::add);
            }
        }
        return satisfied;
    }

    /** The first human visit on each part of the target's split, parts of nested splits among them (case D, all). */
    List<TrailEntry> firstOfEach(ReturnWay way) {
        return way.child().filter(c -> c.split() != null).map(c -> firstOfEach(way.anchorId(), c.split())).orElse(List.of(way.target()));
    }

    private List<TrailEntry> firstOfEach(long parentId, long split) {
        Map<Long, TrailEntry> first = new LinkedHashMap<>();
        trail.entries().stream().filter(e -> definition.has(e.nodeId()) && definition.node(e.nodeId()).isHuman())
                .forEach(e -> e.rightBelow(parentId).filter(p -> Long.valueOf(split).equals(p.split())).ifPresent(p -> first.putIfAbsent(p.branchId(), e)));
        List<TrailEntry> all = new ArrayList<>();
        first.forEach((branchId, entry) -> {
            Optional<TrailEntry.Place> nested = entry.rightBelow(branchId);
            if (nested.isEmpty() || nested.get().split() == null) {
                all.add(entry);
            } else {
                all.addAll(firstOfEach(branchId, nested.get().split()));
            }
        });
        return all;
    }
}
