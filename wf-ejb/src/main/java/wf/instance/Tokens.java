package wf.instance;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Branches and the visits at which their tokens stand, with what has to be known at once however many there are: the
 * token of a branch, how many branches are below it or at the top of a scope, and which tokens wait.
 */
final class Tokens {

    /** Stands for the process itself where a scope is a key. */
    private static final long PROCESS = 0;

    /** Where a token stands: at the node, in the scope. */
    private record Place(Long scopeId, String nodeId) { }

    private record Waiter(long visitId, Place place) { }

    private final Parts<Long, Branch> branches;
    private final Parts<Long, NodeInstance> visits;
    private final Lookup<Long, Long> visitOfBranch;
    private final Lookup<Long, Integer> below;
    private final Lookup<Long, Integer> top;
    private final Parts<Long, Waiter> waiting;
    private final Lookup<Place, Integer> waitingPlaces;
    private int supplements;
    private int pendingReturns;

    Tokens() {
        this(new Parts<>(), new Parts<>(), new Lookup<>(), new Lookup<>(), new Lookup<>(), new Parts<>(), new Lookup<>());
    }

    private Tokens(Parts<Long, Branch> branches, Parts<Long, NodeInstance> visits, Lookup<Long, Long> visitOfBranch,
            Lookup<Long, Integer> below, Lookup<Long, Integer> top, Parts<Long, Waiter> waiting, Lookup<Place, Integer> waitingPlaces) {
        this.branches = branches;
        this.visits = visits;
        this.visitOfBranch = visitOfBranch;
        this.below = below;
        this.top = top;
        this.waiting = waiting;
        this.waitingPlaces = waitingPlaces;
    }

    Tokens copy() {
        Tokens copy = new Tokens(branches.copy(), visits.copy(), visitOfBranch.copy(), below.copy(), top.copy(), waiting.copy(),
                waitingPlaces.copy());
        copy.supplements = supplements;
        copy.pendingReturns = pendingReturns;
        return copy;
    }

    // ---- branches ----

    Collection<Branch> branches() {
        return branches.values();
    }

    Branch branch(long branchId) {
        return branches.get(branchId);
    }

    void add(Branch branch) {
        branches.put(branch.id(), branch);
        count(branch, 1);
    }

    void removeBranch(long branchId) {
        Branch branch = branches.get(branchId);
        if (branch != null) {
            count(branch, -1);
            branches.remove(branchId);
        }
    }

    private void count(Branch branch, int change) {
        supplements += branch.supplement() ? change : 0;
        if (branch.parentId() != null) {
            change(below, branch.parentId(), change);
        }
        if (isTop(branch)) {
            change(top, key(branch.scopeId()), change);
        }
    }

    private static <K> void change(Lookup<K, Integer> counts, K key, int change) {
        Integer before = counts.get(key);
        int now = (before == null ? 0 : before) + change;
        if (now == 0) {
            counts.remove(key);
        } else {
            counts.put(key, now);
        }
    }

    static long key(Long scopeId) {
        return scopeId == null ? PROCESS : scopeId;
    }

    /** Whether the branch is below no other one of its own scope. */
    boolean isTop(Branch branch) {
        return branch.parentId() == null || !Objects.equals(branches.get(branch.parentId()).scopeId(), branch.scopeId());
    }

    int below(long branchId) {
        Integer count = below.get(branchId);
        return count == null ? 0 : count;
    }

    int top(Long scopeId) {
        Integer count = top.get(key(scopeId));
        return count == null ? 0 : count;
    }

    /** How many were added to their split later. */
    int supplements() {
        return supplements;
    }

    // ---- visits ----

    Collection<NodeInstance> visits() {
        return visits.values();
    }

    NodeInstance visit(long visitId) {
        return visits.get(visitId);
    }

    /** The visit at which the branch's token stands; null when it has none. */
    NodeInstance tokenOf(long branchId) {
        Long visitId = visitOfBranch.get(branchId);
        return visitId == null ? null : visits.get(visitId);
    }

    /** Visits whose tokens wait, the longest first. */
    Collection<NodeInstance> waiting() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<NodeInstance> iterator() {
                return waiting.values().stream().map(w -> visits.get(w.visitId())).iterator();
            }

            @Override
            public int size() {
                return waiting.size();
            }
        };
    }

    /** In how many places tokens wait. */
    int waitingPlaces() {
        return waitingPlaces.size();
    }

    void put(NodeInstance visit) {
        NodeInstance before = visits.get(visit.id());
        if (before == null || !isWaiting(before) || !isWaiting(visit) || !before.nodeId().equals(visit.nodeId())) {
            stopWaiting(before);
            startWaiting(visit);
        }
        pendingReturns += pending(visit) - pending(before);
        visits.put(visit.id(), visit);
        visitOfBranch.put(visit.branchId(), visit.id());
    }

    void remove(long visitId) {
        NodeInstance visit = visits.remove(visitId);
        stopWaiting(visit);
        pendingReturns -= pending(visit);
        if (visit != null && Long.valueOf(visitId).equals(visitOfBranch.get(visit.branchId()))) {
            visitOfBranch.remove(visit.branchId());
        }
    }

    /** How many are to go back once the branches beside have come to rest. */
    int pendingReturns() {
        return pendingReturns;
    }

    private static int pending(NodeInstance visit) {
        return visit != null && visit.state() == NodeInstanceState.RETURNED ? 1 : 0;
    }

    private static boolean isWaiting(NodeInstance visit) {
        return visit != null && visit.state() == NodeInstanceState.WAITING;
    }

    private void startWaiting(NodeInstance visit) {
        if (isWaiting(visit)) {
            Place place = new Place(branches.get(visit.branchId()).scopeId(), visit.nodeId());
            waiting.put(visit.id(), new Waiter(visit.id(), place));
            change(waitingPlaces, place, 1);
        }
    }

    private void stopWaiting(NodeInstance visit) {
        Waiter waiter = visit == null ? null : waiting.remove(visit.id());
        if (waiter != null) {
            change(waitingPlaces, waiter.place(), -1);
        }
    }

    void changeAll(UnaryOperator<NodeInstance> change) {
        visits.values().stream().toList().forEach(v -> put(change.apply(v)));
    }
}
