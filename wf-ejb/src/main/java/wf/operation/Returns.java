package wf.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import wf.contract.DataPolicy;
import wf.contract.ErrorCode;
import wf.contract.RelatedBranches;
import wf.contract.ResubmitMode;
import wf.contract.ReturnRequest;
import wf.contract.WorkItemState;
import wf.definition.ProcessDefinition;
import wf.definition.ReturnPolicy;
import wf.definition.ReturnPolicy.Across;
import wf.definition.ReturnPolicy.Related;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.runtime.Flow;
import wf.runtime.PendingReturns;
import wf.runtime.Rejection;
import wf.runtime.ReturnWay;
import wf.runtime.ReturnWay.Kind;
import wf.runtime.ReturnWays;
import wf.runtime.Returning;
import wf.runtime.Returning.Manner;
import wf.runtime.TrailEntry;
import wf.runtime.WorkItems;
import wf.value.Value;

/** What the two operations that send work back have in common (§1.3): where to, why not, and by which policy. */
public final class Returns {

    private Returns() { }

    /**
     * A visit to which work can be returned.
     *
     * @param label the node as people see it
     * @param instanceId the instance in which it was: this one, or the one that called it
     */
    public record Target(TrailEntry entry, String label, long instanceId) {

        private static Target of(ReturnWay way, ProcessDefinition definition, ProcessInstance instance) {
            return new Target(way.target(), definition.label(way.target().nodeId()), instance.id());
        }
    }

    /** Visits to which the item can be returned: the latest of each other node, the latest first; then those where it came from, if it was called. */
    public static List<Target> targets(Subject on) {
        Stream<Target> here = ways(on).from(on.visit()).stream().map(w -> Target.of(w, on.definition(), on.instance()));
        Stream<Target> there = OutwardReturns.caller(on).stream()
                .flatMap(c -> OutwardReturns.ways(c).stream().map(w -> Target.of(w, c.definition(), c.instance())));
        return Stream.concat(here, there).toList();
    }

    private static ReturnWays ways(Subject on) {
        return new ReturnWays(on.definition(), on.instance(), on.trail());
    }

    private static ReturnPolicy policy(Subject on) {
        return on.node().settings().returns();
    }

    // ---- where to ----

    /** Where a plain return goes: to whoever sent the work, to the starter, or to the node that the model names. */
    static Optional<TrailEntry> modelled(Subject on) {
        List<TrailEntry> handled = on.trail().entries().stream().filter(e -> !e.handlers().isEmpty()).toList();
        return switch (policy(on).target()) {
            case PREVIOUS -> on.visit().sender() == null ? OutwardReturns.previous(on) : on.trail().of(on.visit().sender());
            case STARTER -> handled.stream().filter(e -> e.handlers().contains(on.instance().starter())).findFirst();
            case FIXED -> handled.stream().filter(e -> e.nodeId().equals(policy(on).node())).reduce((first, second) -> second);
        };
    }

    static Optional<Rejection> hasTarget(Subject on) {
        return ways(on).from(on.visit()).isEmpty() && OutwardReturns.caller(on).filter(c -> !OutwardReturns.ways(c).isEmpty()).isEmpty()
                ? nothingBefore(on) : Optional.empty();
    }

    static Optional<Rejection> nothingBefore(Subject on) {
        return Optional.of(Rejection.of(ErrorCode.TARGET_INVALID, "NOTHING_BEFORE", on.node().label()));
    }

    static Optional<Rejection> isTarget(Subject on, Long nodeInstanceId) {
        boolean offered = nodeInstanceId != null && (way(on, nodeInstanceId).isPresent() || OutwardReturns.way(on, nodeInstanceId).isPresent());
        if (!offered && nodeInstanceId != null && OutwardReturns.isTooFar(on, nodeInstanceId)) {
            return Optional.of(Rejection.of(ErrorCode.TARGET_INVALID, "RETURN_TOO_FAR", on.node().label()));
        }
        return offered ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.TARGET_INVALID, "RETURN_TARGET", on.node().label()));
    }

    private static Optional<ReturnWay> way(Subject on, long nodeInstanceId) {
        return on.trail().of(nodeInstanceId).filter(t -> !t.nodeId().equals(on.visit().nodeId())).flatMap(t -> ways(on).to(t, on.visit()));
    }

    // ---- why not ----

    /** Where the model leaves the branches beside to whoever returns, he is asked, and told which they are. */
    static Optional<Rejection> isConfirmed(ReturnRequest request, Subject on, long target) {
        Optional<ReturnWay> out = way(on, target).isPresent() ? Optional.empty() : OutwardReturns.way(on, target);
        if (out.isPresent()) {
            return OutwardReturns.isConfirmed(request, on, out.get());
        }
        List<String> beside = way(on, target).filter(w -> w.kind() == Kind.SPLIT).map(w -> beside(on, w)).orElse(List.of());
        if (!beside.isEmpty() && waits(request, on) && (request.resubmitMode == ResubmitMode.DIRECT || request.dataPolicy == DataPolicy.RESTORE)) {
            return Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "WAITS_PLAINLY"));
        }
        boolean asks = request.relatedBranches == null && policy(on).related() == Related.ASK && !beside.isEmpty();
        return asks ? Optional.of(Rejection.of(ErrorCode.CONFIRM_REQUIRED, "CONFIRM_BRANCHES", String.join(", ", beside))) : Optional.empty();
    }

    private static List<String> beside(Subject on, ReturnWay way) {
        BranchTree tree = new BranchTree(on.instance());
        return tree.below(way.anchorId()).stream().flatMap(b -> tree.tokenOf(b.id()).stream()).filter(v -> v.id() != on.visit().id())
                .map(v -> on.definition().label(v.nodeId())).toList();
    }

    // ---- how ----

    static void perform(ReturnRequest request, Subject on, LongSupplier target, Flow flow) {
        if (RoundReturns.applies(on)) {
            RoundReturns.perform(on, flow);
        } else {
            long visit = target.getAsLong();
            way(on, visit).ifPresentOrElse(w -> leave(request, on, w, flow), () -> OutwardReturns.perform(request, on, visit, flow));
        }
    }

    private static void leave(ReturnRequest request, Subject on, ReturnWay way, Flow flow) {
        new WorkItems(flow).handled(on.item(), WorkItemState.RETURNED);
        NodeInstance from = flow.instance().nodeInstance(on.visit().id());
        if (way.kind() == Kind.SPLIT && waits(request, on)) {
            new PendingReturns(flow).await(from, way);
        } else {
            new Returning(flow).goBack(from, List.of(on.item()), way, manner(request, on, way));
        }
    }

    private static boolean waits(ReturnRequest request, Subject on) {
        return request.relatedBranches == null ? policy(on).related() == Related.WAIT : request.relatedBranches == RelatedBranches.WAIT;
    }

    private static Manner manner(ReturnRequest request, Subject on, ReturnWay way) {
        boolean direct = request.resubmitMode == null ? policy(on).direct() : request.resubmitMode == ResubmitMode.DIRECT;
        return new Manner(policy(on).across() == Across.ALL, direct,
                request.dataPolicy == DataPolicy.RESTORE ? restored(on, way.target().nodeInstanceId()) : Map.of(), null);
    }

    /** Each variable as it was; one that was not there is cleared. */
    static Map<String, Optional<Value>> restored(Subject on, long target) {
        Map<String, Optional<Value>> restored = new LinkedHashMap<>();
        on.instance().variables().keySet().forEach(name -> restored.put(name, Optional.empty()));
        on.past().variablesWhenEntered(target).forEach((name, value) -> restored.put(name, Optional.of(value)));
        return restored;
    }
}
