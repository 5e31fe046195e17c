package wf.instance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Questions about the tree of open branches (§0.4), answered from the aggregate. */
public final class BranchTree {

    private final ProcessInstance instance;

    public BranchTree(ProcessInstance instance) {
        this.instance = instance;
    }

    /** The branch and its ancestors, from itself up to the root. */
    public List<Long> lineage(long branchId) {
        List<Long> up = new ArrayList<>();
        for (Long at = branchId; at != null; at = instance.branch(at).parentId()) {
            up.add(at);
        }
        return up;
    }

    /** Open branches below the given one, without itself. */
    public List<Branch> below(long branchId) {
        return instance.branches().stream()
                .filter(b -> b.id() != branchId && lineage(b.id()).contains(branchId)).toList();
    }

    /** The place of a further branch right below this one; null: of one below none. */
    public int nextOrdinal(Long parentId) {
        return instance.branches().stream().filter(b -> Objects.equals(b.parentId(), parentId)).mapToInt(Branch::ordinal).max().orElse(0) + 1;
    }

    /** Whether the branch neither carries a token nor waits for branches below it. */
    public boolean isSpent(long branchId) {
        return instance.hasBranch(branchId) && instance.tokens().below(branchId) == 0 && tokenOf(branchId).isEmpty();
    }

    public Optional<NodeInstance> tokenOf(long branchId) {
        return Optional.ofNullable(instance.tokens().tokenOf(branchId));
    }

    /** How many branches are at the top of the scope. */
    public int countTop(Long scopeId) {
        return instance.tokens().top(scopeId);
    }

    /** The branches of the scope that are below no other branch of it, in the order in which they were opened. */
    public List<Branch> top(Long scopeId) {
        return instance.branches().stream().filter(b -> Objects.equals(b.scopeId(), scopeId) && isTop(b)).toList();
    }

    /** Whether the branch is below no other one of its own scope. */
    public boolean isTop(Branch branch) {
        return instance.tokens().isTop(branch);
    }

    /** Tokens that stand directly in the scope; those inside a sub-process count as that sub-process. */
    public List<NodeInstance> tokensIn(Long scopeId) {
        return instance.nodeInstances().stream().filter(v -> Objects.equals(scopeOf(v), scopeId)).toList();
    }

    /** The visit inside which this one is; null in the process itself. */
    public Long scopeOf(NodeInstance visit) {
        return instance.branch(visit.branchId()).scopeId();
    }

    /** Whether the visit is one instance of a repeated activity, and not the whole. */
    public boolean isLoopInstance(NodeInstance visit) {
        Long scopeId = scopeOf(visit);
        return scopeId != null && instance.nodeInstance(scopeId).progress() != null;
    }

    /** All branches of the scope and of scopes inside it, the deepest first, so that none ends before those below it. */
    public List<Branch> content(Long scopeId) {
        return deepestFirst(instance.branches().stream().filter(b -> scopeId == null || isInside(b, scopeId)).toList());
    }

    /** These in an order in which each can end before those around it. */
    public List<Branch> deepestFirst(Collection<Branch> some) {
        Map<Long, Integer> depths = new HashMap<>();
        return some.stream().sorted(Comparator.comparingInt((Branch b) -> -depth(b, depths))).toList();
    }

    private boolean isInside(Branch branch, long scopeId) {
        for (Long at = branch.scopeId(); at != null; at = scopeOf(instance.nodeInstance(at))) {
            if (at == scopeId) {
                return true;
            }
        }
        return false;
    }

    private int depth(Branch branch, Map<Long, Integer> known) {
        Integer depth = known.get(branch.id());
        if (depth == null) {
            depth = branch.parentId() == null ? 0 : depth(instance.branch(branch.parentId()), known) + 1;
            known.put(branch.id(), depth);
        }
        return depth;
    }

    /** The deepest branch of the scope that is an ancestor of all, or the branch itself where there is but one. */
    public Optional<Long> commonAncestor(Collection<Long> branchIds) {
        List<Long> shared = new ArrayList<>(lineageInScope(branchIds.iterator().next()));
        branchIds.forEach(b -> shared.retainAll(lineageInScope(b)));
        return shared.stream().findFirst();
    }

    /** The branch and those that it is a part of, up to the topmost of its scope. */
    public List<Long> lineageInScope(long branchId) {
        List<Long> up = new ArrayList<>();
        Branch at = instance.branch(branchId);
        up.add(at.id());
        while (!isTop(at)) {
            at = instance.branch(at.parentId());
            up.add(at.id());
        }
        return up;
    }

    /**
     * Of these open branches those that have no purpose left once the given ones merge: these themselves, and those that
     * waited for nothing else.
     */
    public Set<Long> mergedWith(Collection<Long> merging, Collection<Branch> open) {
        Map<Long, Long> waitsFor = new HashMap<>();
        open.forEach(b -> waitsFor.merge(b.parentId() == null ? 0 : b.parentId(), 1L, Long::sum));
        Set<Long> done = new HashSet<>();
        Set<Long> candidates = new HashSet<>();
        open.forEach(b -> candidates.add(b.id()));
        Deque<Long> next = new ArrayDeque<>(merging);
        while (!next.isEmpty()) {
            long branchId = next.remove();
            Long parentId = instance.branch(branchId).parentId();
            if (candidates.contains(branchId) && done.add(branchId) && parentId != null
                    && waitsFor.merge(parentId, -1L, Long::sum) == 0 && tokenOf(parentId).isEmpty()) {
                next.add(parentId);
            }
        }
        return done;
    }
}
