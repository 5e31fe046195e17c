package wf.operation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.OperationRequest;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.definition.Node;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.WorkItem;
import wf.runtime.Delays;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.ReturnWay;
import wf.runtime.ReturnWays;
import wf.runtime.Returning;
import wf.runtime.TrailEntry;
import wf.runtime.WorkItems;

/**
 * F8 拿回: whoever has submitted takes his work back, as long as nobody has opened what came of it and nothing was done
 * for good.
 */
public final class TakeBack implements Operation<OperationRequest> {

    @Override
    public String name() {
        return "takeBack";
    }

    @Override
    public Class<OperationRequest> requestType() {
        return OperationRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.DONE_ITEM;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.HANDLED);
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        Optional<Rejection> wrong = Checks.isInstanceRunning(on).or(() -> wasSubmitted(on));
        if (wrong.isPresent() || TakenVotes.isInOpenRound(on)) {
            return wrong.or(() -> TakenVotes.unavailable(on));
        }
        return waits(on) ? asksNobody(on) : isGone(on);
    }

    /** Why the work, which has left its node, cannot come back. */
    private static Optional<Rejection> isGone(Subject on) {
        return wasTheWork(on).or(() -> counts(on)).or(() -> sentItOn(on)).or(() -> isNotJoined(on))
                .or(() -> nobodyWentOn(on)).or(() -> nobodyOpened(on)).or(() -> nothingForGood(on));
    }

    /** Work that was handed in to go on later has not left yet. */
    private static boolean waits(Subject on) {
        long visitId = on.done().nodeInstanceId();
        return on.instance().isActive(visitId) && Delays.isHeld(on.instance().nodeInstance(visitId), on.instance())
                && on.instance().nodeInstance(visitId).delay().items().contains(on.done().id());
    }

    private static Optional<Rejection> asksNobody(Subject on) {
        return on.instance().nodeInstance(on.done().nodeInstanceId()).askedFrom(on.done().id()).isEmpty() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "ASKED_OTHERS"));
    }

    private static Optional<Rejection> wasSubmitted(Subject on) {
        return on.done().state() == WorkItemState.SUBMITTED ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOT_SUBMITTED", on.done().state().name()));
    }

    /** Whoever helped or signed for another has sent nothing on. */
    private static Optional<Rejection> wasTheWork(Subject on) {
        boolean asked = on.done().kind() == WorkItemKind.ASSIST || on.done().kind() == WorkItemKind.ADDSIGN;
        return asked ? Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "WRONG_KIND", on.done().kind().name())) : Optional.empty();
    }

    /** Of several who did the work one after another the last has sent it on; of several votes the one that decided. */
    private static Optional<Rejection> sentItOn(Subject on) {
        List<String> handlers = entry(on).orElseThrow().handlers();
        boolean last = on.done().vote() != null ? TakenVotes.decided(on, entry(on).orElseThrow())
                : handlers.isEmpty() || handlers.get(handlers.size() - 1).equals(on.done().handledBy());
        return last ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.DOWNSTREAM_OPENED, on.done().vote() != null ? "OTHER_VOTE_DECIDED" : "WENT_ON"));
    }

    /** The visit is over and was not undone since. */
    private static Optional<Rejection> counts(Subject on) {
        return entry(on).isPresent() ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "WORK_GOES_ON"));
    }

    private static Optional<TrailEntry> entry(Subject on) {
        return on.trail().of(on.done().nodeInstanceId());
    }

    private static Optional<Rejection> isNotJoined(Subject on) {
        return on.instance().hasBranch(entry(on).orElseThrow().branchId()) && way(on).isPresent() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.JOIN_FIRED, "JOIN_FIRED"));
    }

    /** Tokens at and below the branch on which the work was done. */
    private static List<NodeInstance> tokens(Subject on) {
        BranchTree tree = new BranchTree(on.instance());
        long branchId = entry(on).orElseThrow().branchId();
        return on.instance().nodeInstances().stream().filter(v -> tree.lineage(v.branchId()).contains(branchId)).toList();
    }

    private static Optional<ReturnWay> way(Subject on) {
        List<NodeInstance> tokens = tokens(on);
        return tokens.isEmpty() ? Optional.empty()
                : new ReturnWays(on.definition(), on.instance(), on.trail()).to(entry(on).orElseThrow(), tokens.get(0));
    }

    /** Whoever got the work has not handed it on. */
    private static Optional<Rejection> nobodyWentOn(Subject on) {
        boolean wentOn = tokens(on).stream().anyMatch(v -> !Long.valueOf(on.done().nodeInstanceId()).equals(v.sender()))
                || since(on).stream().anyMatch(e -> !e.handlers().isEmpty());
        return wentOn ? Optional.of(Rejection.of(ErrorCode.DOWNSTREAM_OPENED, "WENT_ON")) : Optional.empty();
    }

    private static List<TrailEntry> since(Subject on) {
        TrailEntry entry = entry(on).orElseThrow();
        return on.trail().since(entry, entry.branchId()).stream().filter(e -> !e.equals(entry)).toList();
    }

    private static Optional<Rejection> nobodyOpened(Subject on) {
        List<NodeInstance> tokens = tokens(on);
        List<Long> visits = tokens.stream().map(NodeInstance::id).toList();
        boolean inside = tokens.stream().anyMatch(v -> on.definition().node(v.nodeId()).settings().awaitsCalled()
                && on.facts().kin().isWorkedOn(on.instance().id(), v.id()));
        return inside ? Optional.of(Rejection.of(ErrorCode.DOWNSTREAM_OPENED, "OPENED_INSIDE"))
                : areUnopened(on.instance().items().stream().filter(i -> visits.contains(i.nodeInstanceId())).toList(), on);
    }

    static Optional<Rejection> areUnopened(List<WorkItem> items, Subject on) {
        List<String> openers = items.stream().filter(i -> i.state() != WorkItemState.READY && i.state() != WorkItemState.OFFERED)
                .map(i -> on.facts().directory().member(i.owner()).map(m -> m.name()).orElse(i.owner())).toList();
        return openers.isEmpty() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.DOWNSTREAM_OPENED, "OPENED_BY", String.join(", ", openers)));
    }

    /** Nothing with an effect outside was done since that cannot be undone. */
    private static Optional<Rejection> nothingForGood(Subject on) {
        List<String> done = since(on).stream().map(TrailEntry::nodeId).filter(on.definition()::has).map(on.definition()::node)
                .filter(n -> n.hasEffect() && on.definition().tree().compensationHandler(n.id()).isEmpty()).map(Node::label).toList();
        return done.isEmpty() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "DONE_FOR_GOOD", String.join(", ", done)));
    }

    @Override
    public void decide(OperationRequest request, Subject on, Flow flow) {
        if (TakenVotes.isInOpenRound(on)) {
            TakenVotes.takeBack(on, flow);
        } else if (waits(on)) {
            new Delays(flow).takeBack(on.instance().nodeInstance(on.done().nodeInstanceId()), on.done().id(), on.done().handledBy());
        } else {
            comeBack(on, flow);
        }
    }

    private static void comeBack(Subject on, Flow flow) {
        ReturnWay way = way(on).orElseThrow();
        List<NodeInstance> tokens = tokens(on);
        List<Long> visits = tokens.stream().map(NodeInstance::id).toList();
        List<WorkItem> produced = flow.instance().items().stream().filter(i -> visits.contains(i.nodeInstanceId())).toList();
        produced.forEach(i -> new WorkItems(flow).close(i, WorkItemState.TAKEN_BACK));
        new Returning(flow).goBack(flow.instance().nodeInstance(tokens.get(0).id()), List.of(), way, TakenVotes.manner(on, way.target()));
    }
}
