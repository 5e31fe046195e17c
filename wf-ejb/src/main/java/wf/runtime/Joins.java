package wf.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wf.definition.Node;
import wf.definition.SequenceFlow;
import wf.instance.Branch;
import wf.instance.BranchEnd;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;
import wf.instance.TokenEvent.BranchEnded;
import wf.instance.TokenEvent.BranchOpened;
import wf.instance.TokenEvent.JoinReached;
import wf.instance.TokenEvent.Joined;

/**
 * Joins: tokens that wait for one another (§0.4a). A join fires with one token per incoming flow; the oldest of each
 * flow are taken, further ones go on waiting. A join that can no longer be filled, because no live token can reach the
 * missing flow, is an incident at its waiting tokens.
 */
public final class Joins {

    private final Flow flow;
    private final ProcessInstance instance;

    public Joins(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
    }

    /** The token waits here; when it is the last one missing, all go on as one. */
    public void arrive(Node node, NodeInstance visit) {
        if (visit.state() != NodeInstanceState.WAITING) {
            flow.emit(new JoinReached(visit.id()));
        }
        Map<String, NodeInstance> first = firstPerFlow(node);
        if (first.size() == node.incoming().size()) {
            fire(first.values());
        }
    }

    /** The missing tokens are taken as come; those that wait go on as one. */
    public void force(Node node) {
        fire(firstPerFlow(node).values());
    }

    private Map<String, NodeInstance> firstPerFlow(Node node) {
        Map<String, NodeInstance> first = new LinkedHashMap<>();
        waitingAt(node.id()).forEach(v -> first.putIfAbsent(v.viaFlow(), v));
        return first;
    }

    /** Tokens that have come to the join, a stuck one included: should the missing token come after all, it fires. */
    private List<NodeInstance> waitingAt(String nodeId) {
        return instance.nodeInstances().stream()
                .filter(v -> v.nodeId().equals(nodeId) && v.state() != NodeInstanceState.ACTIVE).toList();
    }

    private void fire(Collection<NodeInstance> arrived) {
        List<NodeInstance> taken = List.copyOf(arrived);
        NodeInstance last = taken.get(taken.size() - 1);
        taken.forEach(v -> flow.resolveIncidents(v, NodeInstanceState.WAITING));
        long goesOn = taken.size() == 1 ? last.branchId() : merge(taken);
        flow.emit(new Joined(taken.stream().map(NodeInstance::id).toList(), last.id(), goesOn, flow.facts().now()));
        flow.leave(instance.nodeInstance(last.id()));
    }

    /**
     * Ends the branches that came together and answers on which the token goes on: on the one that was split when all
     * its parts are here, else on a new part of it.
     */
    private long merge(List<NodeInstance> taken) {
        BranchTree tree = new BranchTree(instance);
        Set<Long> arrived = new HashSet<>();
        taken.forEach(v -> arrived.add(v.branchId()));
        long ancestor = tree.commonAncestor(arrived);
        Set<Long> merged = tree.mergedWith(arrived, ancestor);
        boolean all = tree.below(ancestor).stream().allMatch(b -> merged.contains(b.id()));
        Branch goesOn = all ? instance.branch(ancestor) : partOf(ancestor, tree);
        List<Branch> ending = new ArrayList<>(tree.below(ancestor).stream().filter(b -> merged.contains(b.id())).toList());
        if (!all) {
            flow.emit(new BranchOpened(goesOn));
        }
        ending.forEach(b -> flow.emit(new BranchEnded(b.id(), BranchEnd.MERGED)));
        return goesOn.id();
    }

    private Branch partOf(long ancestor, BranchTree tree) {
        List<Branch> parts = tree.below(ancestor).stream().filter(b -> b.parentId() == ancestor).toList();
        int last = parts.stream().mapToInt(Branch::ordinal).max().orElse(0);
        return new Branch(flow.facts().newId(), ancestor, parts.get(0).splitNodeInstanceId(), last + 1);
    }

    // ---- joins that can never fire ----

    /** Raises STUCK_JOIN at the waiting tokens of every join that no live token can fill any more. */
    void raiseStuck() {
        Set<String> waiting = new HashSet<>();
        instance.nodeInstances().stream().filter(v -> v.state() == NodeInstanceState.WAITING)
                .forEach(v -> waiting.add(v.nodeId()));
        instance.incidents().forEach(i -> waiting.remove(i.nodeId()));
        if (waiting.isEmpty()) {
            return;
        }
        waiting.removeAll(hopeful(waiting));
        for (String nodeId : waiting) {
            NodeInstance visit = waitingAt(nodeId).get(0);
            flow.raise(visit, "STUCK_JOIN", String.join(", ", missing(flow.definition().node(nodeId))));
        }
    }

    /**
     * Joins that can still fire: those whose missing flows a live token can reach, where a token that waits at another
     * join lives as long as that join can fire. It starts from none and grows, so that joins which only wait for one
     * another are not taken for alive.
     */
    private Set<String> hopeful(Set<String> waiting) {
        Set<String> sources = new HashSet<>();
        instance.nodeInstances().stream().filter(v -> v.state() != NodeInstanceState.WAITING)
                .forEach(v -> sources.add(v.nodeId()));
        Set<String> hopeful = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (String nodeId : waiting) {
                if (!hopeful.contains(nodeId) && canBeFilled(flow.definition().node(nodeId), sources)) {
                    grew = hopeful.add(nodeId) & sources.add(nodeId);
                }
            }
        }
        return hopeful;
    }

    private boolean canBeFilled(Node node, Set<String> sources) {
        Set<String> here = firstPerFlow(node).keySet();
        return node.incoming().stream().filter(f -> !here.contains(f.id()))
                .allMatch(f -> sources.stream().anyMatch(s -> reaches(s, f)));
    }

    private boolean reaches(String nodeId, SequenceFlow target) {
        return nodeId.equals(target.source()) || flow.definition().reachableFrom(nodeId).contains(target.source());
    }

    private List<String> missing(Node node) {
        Set<String> here = firstPerFlow(node).keySet();
        return node.incoming().stream().filter(f -> !here.contains(f.id())).map(SequenceFlow::source).toList();
    }
}
