package wf.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

/** What all joins have in common (§0.4a): tokens that wait at a node, and several that go on as one. */
public final class Joins {

    private final Flow flow;
    private final ProcessInstance instance;
    private final BranchTree tree;

    public Joins(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
        this.tree = new BranchTree(instance);
    }

    /** The token waits here; a parallel join that has one of every flow goes on. */
    public void arriveAtParallel(Node node, NodeInstance visit) {
        await(visit);
        if (instance.waitingVisits().size() + instance.incidents().size() < node.incoming().size()) {
            return;
        }
        fireIfComplete(node, tree.scopeOf(visit));
    }

    /**
     * Fires a parallel join that has one token of every flow, and of every branch that was added later; else answers false.
     * While it waited for the added ones, more than one token may have come by each flow: then it fires as often.
     */
    boolean fireIfComplete(Node node, Long scopeId) {
        boolean fired = false;
        while (isComplete(node, scopeId)) {
            fireWithSupplements(node, scopeId);
            fired = true;
        }
        return fired;
    }

    private boolean isComplete(Node node, Long scopeId) {
        return firstPerFlow(node, scopeId).size() == node.incoming().size() && !new Supplements(flow).mayStillCome(node, scopeId);
    }

    private void fireWithSupplements(Node node, Long scopeId) {
        fire(new Supplements(flow).with(firstPerFlow(node, scopeId).values(), node, scopeId));
    }

    /** The token has come to a join and waits. */
    public void await(NodeInstance visit) {
        if (visit.state() != NodeInstanceState.WAITING) {
            flow.emit(new JoinReached(visit.id()));
        }
    }

    /** The missing tokens are taken as come; those that wait beside this one go on with it as one. */
    public void force(Node node, NodeInstance visit) {
        fireWithSupplements(node, tree.scopeOf(visit));
    }

    /** For a token that comes to a join from nowhere: a flow whose token has not come; null where nothing is joined. */
    String freeFlow(Node node, Long scopeId) {
        Set<String> taken = firstPerFlow(node, scopeId).keySet();
        List<String> flows = node.incoming().stream().map(SequenceFlow::id).toList();
        return flows.size() < 2 ? null : flows.stream().filter(f -> !taken.contains(f)).findFirst().orElse(flows.get(0));
    }

    /** The oldest waiting token of each incoming flow. */
    Map<String, NodeInstance> firstPerFlow(Node node, Long scopeId) {
        Map<String, NodeInstance> first = new LinkedHashMap<>();
        waitingAt(node.id(), scopeId).forEach(v -> first.putIfAbsent(v.viaFlow(), v));
        return first;
    }

    /**
     * Tokens that have come to the node, a stuck one included: should the missing token come after all, it fires. One that has
     * failed there for another reason waits for nobody: it had gone through already.
     */
    List<NodeInstance> waitingAt(String nodeId, Long scopeId) {
        List<NodeInstance> here = new ArrayList<>();
        instance.waitingVisits().forEach(v -> addIfAt(here, v, nodeId, scopeId));
        instance.incidents().stream().filter(i -> i.code().equals(StuckJoins.CODE)).map(i -> instance.nodeInstance(i.nodeInstanceId()))
                .forEach(v -> addIfAt(here, v, nodeId, scopeId));
        return here;
    }

    private void addIfAt(List<NodeInstance> here, NodeInstance visit, String nodeId, Long scopeId) {
        if (visit.nodeId().equals(nodeId) && Objects.equals(tree.scopeOf(visit), scopeId)) {
            here.add(visit);
        }
    }

    /** These go on as one token by the flows that the node sends it along. */
    void fire(Collection<NodeInstance> arrived) {
        flow.leave(merge(List.copyOf(arrived)));
    }

    /** These become one token, which stands where the last of them stood. */
    NodeInstance merge(List<NodeInstance> taken) {
        NodeInstance last = taken.get(taken.size() - 1);
        taken.forEach(v -> flow.resolveIncidents(v, NodeInstanceState.WAITING));
        long goesOn = taken.size() == 1 ? last.branchId() : mergeBranches(taken);
        flow.emit(new Joined(taken.stream().map(NodeInstance::id).toList(), last.id(), goesOn, flow.facts().now()));
        return instance.nodeInstance(last.id());
    }

    /**
     * Ends the branches that came together and answers on which the token goes on: on the one that was split when all
     * its parts are here, else on a new part of it.
     */
    private long mergeBranches(List<NodeInstance> taken) {
        Set<Long> arrived = new HashSet<>();
        taken.forEach(v -> arrived.add(v.branchId()));
        Optional<Long> ancestor = tree.commonAncestor(arrived);
        Long scopeId = tree.scopeOf(taken.get(0));
        List<Branch> open = ancestor.map(tree::below).orElseGet(() -> tree.content(scopeId));
        Set<Long> merged = tree.mergedWith(arrived, open);
        boolean all = ancestor.isPresent() && merged.size() == open.size();
        List<Branch> ending = tree.deepestFirst(open.stream().filter(b -> merged.contains(b.id())).toList());
        Branch goesOn = all ? instance.branch(ancestor.get()) : part(ancestor, open, scopeId);
        if (!all) {
            flow.emit(new BranchOpened(goesOn));
        }
        ending.forEach(b -> flow.emit(new BranchEnded(b.id(), BranchEnd.MERGED)));
        return goesOn.id();
    }

    /** A new branch below the ancestor, or at the top of the scope where the merging ones have none in common. */
    private Branch part(Optional<Long> ancestor, List<Branch> open, Long scopeId) {
        Long parentId = ancestor.orElseGet(() -> scopeId == null ? null : instance.nodeInstance(scopeId).branchId());
        List<Branch> parts = open.stream().filter(b -> Objects.equals(b.parentId(), parentId)).toList();
        int ordinal = tree.nextOrdinal(parentId);
        return parts.isEmpty() ? new Branch(flow.facts().newId(), parentId, scopeId, ordinal, scopeId)
                : new Branch(flow.facts().newId(), parentId, parts.get(0).splitNodeInstanceId(), ordinal, scopeId, parts.get(0).splitNodeId(), false);
    }
}
