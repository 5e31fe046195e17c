package wf.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wf.contract.DataPolicy;
import wf.contract.ErrorCode;
import wf.contract.RelatedBranches;
import wf.contract.ResubmitMode;
import wf.contract.ReturnRequest;
import wf.contract.WorkItemState;
import wf.definition.ReturnPolicy;
import wf.definition.ReturnPolicy.Across;
import wf.definition.ReturnPolicy.Related;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.ParentLink;
import wf.instance.ProcessInstance;
import wf.runtime.Caller;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.ReturnOut;
import wf.runtime.ReturnWay;
import wf.runtime.ReturnWay.Kind;
import wf.runtime.ReturnWays;
import wf.runtime.Scopes;
import wf.runtime.TrailEntry;
import wf.runtime.WorkItems;

/**
 * Returns out of a called instance, to whoever worked in the one that called it (§1.3): one level up and no further. The called
 * instance ends by it; the calling one is looked at when the return is asked for, and goes back in a decision of its own.
 */
final class OutwardReturns {

    private OutwardReturns() { }

    /** The calling instance, where its model lets work out of here and nothing here was done for good. */
    static Optional<Caller> caller(Subject on) {
        ParentLink parent = on.instance().identity().parent();
        boolean bound = parent == null || isUndoing(on) || on.trail().entries().stream().map(TrailEntry::nodeId).filter(on.definition()::has)
                .anyMatch(n -> on.definition().node(n).activity().noReturnAcross());
        return bound ? Optional.empty() : on.facts().kin().caller(parent).filter(c -> c.node().settings().letsReturn());
    }

    private static boolean isUndoing(Subject on) {
        return new ReturnWays(on.definition(), on.instance(), on.trail()).isUndoing(on.visit());
    }

    /** Ways out to people, from the node that called. */
    static List<ReturnWay> ways(Caller caller) {
        return caller.ways().from(caller.visit()).stream().filter(w -> isPeoples(w.target(), caller)).toList();
    }

    private static boolean isPeoples(TrailEntry target, Caller caller) {
        return caller.definition().node(target.nodeId()).isHuman();
    }

    static Optional<ReturnWay> way(Subject on, long target) {
        return caller(on).flatMap(c -> c.trail().of(target).filter(t -> !t.nodeId().equals(c.visit().nodeId()))
                .flatMap(t -> c.ways().to(t, c.visit())).filter(w -> isPeoples(w.target(), c)));
    }

    /** Whoever sent the work into the call. */
    static Optional<TrailEntry> previous(Subject on) {
        return caller(on).filter(c -> c.visit().sender() != null).flatMap(c -> c.trail().of(c.visit().sender()));
    }

    /** Whether the target is there, but more than one call away. */
    static boolean isTooFar(Subject on, long target) {
        return caller(on).map(c -> c.instance().identity().parent()).flatMap(on.facts().kin()::caller)
                .filter(c -> c.trail().of(target).isPresent()).isPresent();
    }

    // ---- what else it takes along ----

    /** What stands here beside the work is given up and cannot be waited for; whoever may not decide that is asked. */
    static Optional<Rejection> isConfirmed(ReturnRequest request, Subject on, ReturnWay way) {
        List<String> here = beside(on.instance(), new BranchTree(on.instance()).content(null).stream().map(b -> b.id()).toList(), on.visit().id())
                .map(v -> on.definition().label(v.nodeId())).toList();
        List<String> there = besideCall(on, way);
        boolean waits = waits(request, on);
        if (!there.isEmpty() && here.isEmpty() && waits && (request.resubmitMode == ResubmitMode.DIRECT || request.dataPolicy == DataPolicy.RESTORE)) {
            return Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "WAITS_PLAINLY"));
        }
        boolean asks = request.relatedBranches == null && policy(on).related() == Related.ASK && !(here.isEmpty() && there.isEmpty());
        return asks || waits && !here.isEmpty() ? Optional.of(Rejection.of(ErrorCode.CONFIRM_REQUIRED, "CONFIRM_BRANCHES",
                String.join(", ", Stream.concat(here.stream(), there.stream()).toList()))) : Optional.empty();
    }

    private static List<String> besideCall(Subject on, ReturnWay way) {
        Caller caller = caller(on).orElseThrow();
        return way.kind() != Kind.SPLIT ? List.of()
                : beside(caller.instance(), new BranchTree(caller.instance()).below(way.anchorId()).stream().map(b -> b.id()).toList(), caller.visit().id())
                        .map(v -> caller.definition().label(v.nodeId())).toList();
    }

    /** Tokens on these branches but for the one and the sub-processes around others. */
    private static Stream<NodeInstance> beside(ProcessInstance instance, List<Long> branches, long except) {
        BranchTree tree = new BranchTree(instance);
        return branches.stream().flatMap(b -> tree.tokenOf(b).stream()).filter(v -> v.id() != except && tree.countTop(v.id()) == 0);
    }

    private static ReturnPolicy policy(Subject on) {
        return on.node().settings().returns();
    }

    private static boolean waits(ReturnRequest request, Subject on) {
        return request.relatedBranches == null ? policy(on).related() == Related.WAIT : request.relatedBranches == RelatedBranches.WAIT;
    }

    // ---- doing it ----

    static void perform(ReturnRequest request, Subject on, long target, Flow flow) {
        boolean direct = request.resubmitMode == null ? policy(on).direct() : request.resubmitMode == ResubmitMode.DIRECT;
        new WorkItems(flow).handled(on.item(), WorkItemState.RETURNED);
        new Scopes(flow).leave(new ReturnOut(target, waits(request, on), policy(on).across() == Across.ALL, direct, request.dataPolicy == DataPolicy.RESTORE));
    }
}
