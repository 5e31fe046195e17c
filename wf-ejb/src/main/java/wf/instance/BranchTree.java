package wf.instance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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

    /** Whether the branch neither carries a token nor waits for branches below it. */
    public boolean isSpent(long branchId) {
        return instance.hasBranch(branchId)
                && instance.branches().stream().noneMatch(b -> Long.valueOf(branchId).equals(b.parentId()))
                && tokenOf(branchId).isEmpty();
    }

    public Optional<NodeInstance> tokenOf(long branchId) {
        return instance.nodeInstances().stream().filter(n -> n.branchId() == branchId).findFirst();
    }

    /** The deepest branch that is an ancestor of all, or the branch itself where there is but one. */
    public long commonAncestor(Collection<Long> branchIds) {
        List<Long> shared = new ArrayList<>(lineage(branchIds.iterator().next()));
        branchIds.forEach(b -> shared.retainAll(lineage(b)));
        return shared.get(0);
    }

    /**
     * Branches below the ancestor that have no purpose left once the given ones merge: these themselves, and those
     * that waited for nothing else.
     */
    public Set<Long> mergedWith(Collection<Long> merging, long ancestor) {
        List<Branch> open = below(ancestor);
        Set<Long> done = new HashSet<>(merging);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Branch branch : open) {
                if (!done.contains(branch.id()) && tokenOf(branch.id()).isEmpty() && childrenIn(open, branch.id(), done)) {
                    grew |= done.add(branch.id());
                }
            }
        }
        done.remove(ancestor);
        return done;
    }

    private static boolean childrenIn(List<Branch> open, long parentId, Set<Long> done) {
        return open.stream().filter(b -> b.parentId() == parentId).allMatch(b -> done.contains(b.id()));
    }
}
