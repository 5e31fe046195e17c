package wf.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.contract.WorkItemState;
import wf.instance.Branch;
import wf.instance.BranchEnd;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.TokenEvent.BranchEnded;
import wf.instance.TokenEvent.Returned;
import wf.instance.WorkItem;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.Trail;
import wf.runtime.TrailEntry;
import wf.runtime.WorkItems;

/**
 * Sending work back (§1.3). Within one branch only its own token moves (case A). To a node before a split all branches
 * of that split are given up, tokens that wait at its join included, and the branch that was split goes on from there
 * (case B, policy ALL). Other branches are no target.
 */
public final class Returns {

    private Returns() { }

    /** Visits to which the item can be returned: the latest of each other node, on this branch or those above; latest first. */
    public static List<TrailEntry> targets(Subject on) {
        List<Long> lineage = new BranchTree(on.instance()).lineage(on.visit().branchId());
        Map<String, TrailEntry> latest = new LinkedHashMap<>();
        List<TrailEntry> entries = on.trail().entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            TrailEntry entry = entries.get(i);
            if (lineage.contains(entry.branchId()) && !entry.nodeId().equals(on.visit().nodeId()) && isThere(entry, on)) {
                latest.putIfAbsent(entry.nodeId(), entry);
            }
        }
        return List.copyOf(latest.values());
    }

    /** Whether people still work at that node, in the same scope: after a migration it may be gone, or stand elsewhere. */
    private static boolean isThere(TrailEntry entry, Subject on) {
        if (!on.definition().has(entry.nodeId()) || !on.definition().node(entry.nodeId()).isHuman()) {
            return false;
        }
        Long scopeId = on.instance().branch(entry.branchId()).scopeId();
        String scope = scopeId == null ? null : on.instance().nodeInstance(scopeId).nodeId();
        return Objects.equals(on.definition().node(entry.nodeId()).scope(), scope)
                || scope != null && on.definition().tree().inside(scope).isEmpty();
    }

    static Optional<Rejection> hasSender(Subject on) {
        return on.visit().sender() == null ? nothingBefore(on) : Optional.empty();
    }

    static Optional<Rejection> hasTarget(Subject on) {
        return targets(on).isEmpty() ? nothingBefore(on) : Optional.empty();
    }

    private static Optional<Rejection> nothingBefore(Subject on) {
        return Optional.of(Rejection.of(ErrorCode.TARGET_INVALID, "NOTHING_BEFORE", on.node().label()));
    }

    static Optional<Rejection> isTarget(Subject on, Long nodeInstanceId) {
        boolean offered = nodeInstanceId != null
                && targets(on).stream().anyMatch(t -> t.nodeInstanceId() == nodeInstanceId);
        return offered ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.TARGET_INVALID, "RETURN_TARGET", on.node().label()));
    }

    static void perform(Subject on, TrailEntry target, Flow flow) {
        NodeInstance from = on.visit();
        closeItems(on.item(), flow);
        flow.cancel(from, BranchEnd.RETURNED);
        giveUp(from.branchId(), target.branchId(), flow);
        flow.emit(new Returned(from.id(), target.nodeInstanceId(), undone(on.trail(), target)));
        flow.reopen(target.branchId(), target);
    }

    private static void closeItems(WorkItem item, Flow flow) {
        new WorkItems(flow).handled(item, WorkItemState.RETURNED);
    }

    /**
     * Ends every branch below the one that goes on; deepest first, so that none is left without its parent. A sub-process
     * out of which the work goes back is given up with all that is inside.
     */
    private static void giveUp(long fromBranch, long goesOn, Flow flow) {
        BranchTree tree = new BranchTree(flow.instance());
        tree.tokenOf(goesOn).ifPresent(holder -> flow.cancel(holder, BranchEnd.CANCELLED));
        List<Branch> related = new ArrayList<>(tree.below(goesOn));
        List<Long> ids = related.stream().map(Branch::id).toList();
        flow.instance().nodeInstances().stream().filter(v -> ids.contains(v.branchId())).toList().stream()
                .filter(v -> flow.instance().isActive(v.id())).forEach(v -> flow.cancel(v, BranchEnd.CANCELLED));
        related.removeIf(b -> !flow.instance().hasBranch(b.id()));
        related.sort(Comparator.comparingInt(b -> -tree.lineage(b.id()).size()));
        related.forEach(b -> flow.emit(new BranchEnded(b.id(), b.id() == fromBranch ? BranchEnd.RETURNED : BranchEnd.CANCELLED)));
    }

    /** Visits since the target, itself included, on the branch that goes on or on any below it. */
    private static List<Long> undone(Trail trail, TrailEntry target) {
        List<TrailEntry> entries = trail.entries();
        return entries.subList(entries.indexOf(target), entries.size()).stream()
                .filter(e -> e.lineage().contains(target.branchId())).map(TrailEntry::nodeInstanceId).toList();
    }
}
