package wf.operation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.definition.LimitLevel;
import wf.instance.Deadline;
import wf.instance.WaitEvent.LevelReached;
import wf.instance.WaitEvent.StrategyRefused;
import wf.instance.WorkItem;
import wf.runtime.Flow;
import wf.runtime.Limits;
import wf.runtime.Rejection;

/** A limit comes near, is reached, or is past, and what the model says is done (§8.3). The engine's own operation. */
public final class ReachLevel implements Operation<ReachLevelRequest> {

    @Override
    public String name() {
        return "reachLevel";
    }

    @Override
    public Class<ReachLevelRequest> requestType() {
        return ReachLevelRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.ENGINE;
    }

    @Override
    public Set<Identity> who() {
        return Set.of();
    }

    /** Work may go back. */
    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return on.instance().state() == InstanceState.RUNNING ? Optional.empty() : notAwaited();
    }

    @Override
    public Optional<Rejection> refuse(ReachLevelRequest request, Subject on) {
        Optional<Deadline> deadline = awaited(request, on);
        return deadline.isEmpty() ? notAwaited() : isHandedIn(deadline.get(), on);
    }

    /** What was handed in and is not carried out yet is not late; should that be refused, the level comes afterwards. */
    private static Optional<Rejection> isHandedIn(Deadline deadline, Subject on) {
        List<Long> late = Strategies.late(on, deadline).map(WorkItem::id).toList();
        return !late.isEmpty() && on.facts().isHandedIn(late) ? Optional.of(Rejection.of(ErrorCode.LOCKED, "ITEM_SUBMITTING")) : Optional.empty();
    }

    private static Optional<Rejection> notAwaited() {
        return Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOT_AWAITED"));
    }

    private static Optional<Deadline> awaited(ReachLevelRequest request, Subject on) {
        return on.instance().deadlines().stream().filter(d -> d.nextAt() != null && d.timerId() == request.timerId).findFirst();
    }

    @Override
    public void decide(ReachLevelRequest request, Subject on, Flow flow) {
        Deadline deadline = awaited(request, on).orElseThrow();
        Optional<LimitLevel> found = new Limits(flow).level(deadline);
        if (found.isEmpty()) {
            flow.emit(reached(deadline, null, List.of(), List.of()));
            return;
        }
        LimitLevel level = found.get();
        Strategies strategies = new Strategies(on, flow, deadline, level);
        flow.emit(reached(deadline, level, strategies.items(), strategies.told()));
        Optional<Rejection> refusal = request.refused != null ? Optional.of(Rejection.of(ErrorCode.RULE_ERROR, "STRATEGY_FAILED", request.refused)) : strategies.carryOut();
        refusal.ifPresent(r -> flow.emit(new StrategyRefused(deadline.id(), deadline.nodeId(), level.strategy().name(), r.code().name(),
                request.refused != null ? request.refused : r.asDetail())));
    }

    /** @param level null where a later version of the model knows it no more */
    private static LevelReached reached(Deadline deadline, LimitLevel level, List<Long> items, List<String> told) {
        return new LevelReached(deadline.id(), deadline.nodeInstanceId(), deadline.nodeId(), deadline.workItemId(), level == null ? null : level.kind().name(),
                deadline.reached(deadline.nextLevel()).map(Deadline.Reached::times).orElse(0) + 1, level == null ? null : level.strategy().name(), deadline.dueAt(),
                items, told, level == null ? null : level.text());
    }
}
