package wf.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.WithdrawRequest;
import wf.contract.WithdrawScope;
import wf.instance.NodeInstance;
import wf.instance.WorkItem;
import wf.runtime.Flow;
import wf.runtime.Member;
import wf.runtime.Rejection;
import wf.runtime.Scopes;
import wf.runtime.Shares;
import wf.runtime.WorkItems;

/** F10 撤办: the starter takes the instance back as a whole, or somebody takes back items that he has sent to others. */
public final class Withdraw implements Operation<WithdrawRequest> {

    @Override
    public String name() {
        return "withdraw";
    }

    @Override
    public Class<WithdrawRequest> requestType() {
        return WithdrawRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.INSTANCE;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.CREATOR, Identity.SENDER);
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.isUnderWay(on);
    }

    @Override
    public Optional<Rejection> refuse(WithdrawRequest request, Subject on) {
        Optional<Rejection> wrong = Checks.isAtMost(4_000, request.reason, "reason");
        if (wrong.isPresent()) {
            return wrong;
        } else if (request.scope != WithdrawScope.WORKITEM && !ids(request).isEmpty()) {
            return Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "WITHDRAW_SCOPE"));
        } else if (request.scope != WithdrawScope.WORKITEM) {
            return Checks.first(isStarter(on), Checks.processAllows(on, on.definition().allowances().withdraw(), name()));
        }
        return Checks.first(Checks.isInstanceRunning(on), Checks.isGiven(ids(request).isEmpty() ? null : ids(request), "workItemIds"))
                .or(() -> first(request, id -> isOpen(id, on))).or(() -> first(request, id -> isSentByHim(on.instance().item(id), on)))
                .or(() -> first(request, id -> isModelled(on.instance().item(id)))).or(() -> first(request, id -> leavesSomebody(id, request, on)));
    }

    private static Optional<Rejection> isStarter(Subject on) {
        Member actor = on.facts().actor();
        return actor.administrator() || actor.id().equals(on.instance().starter()) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.FORBIDDEN, "FORBIDDEN"));
    }

    // ---- items ----

    private static List<Long> ids(WithdrawRequest request) {
        return request.workItemIds == null ? List.of() : request.workItemIds.stream().filter(Objects::nonNull).distinct().toList();
    }

    private static Optional<Rejection> first(WithdrawRequest request, Function<Long, Optional<Rejection>> check) {
        return ids(request).stream().map(check).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Rejection> isOpen(long itemId, Subject on) {
        return on.instance().findItem(itemId).isPresent() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "ITEM_GONE", String.valueOf(itemId)));
    }

    private static Optional<Rejection> isSentByHim(WorkItem item, Subject on) {
        Member actor = on.facts().actor();
        boolean his = actor.administrator() || actor.id().equals(on.instance().nodeInstance(item.nodeInstanceId()).sentBy());
        return his ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.FORBIDDEN, "NOT_SENT_BY_YOU"));
    }

    /** Whoever was asked by a handler is let go by an operation of its own. */
    private static Optional<Rejection> isModelled(WorkItem item) {
        return item.askedBy() == null ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "WITHDRAW_ASKED"));
    }

    private static Optional<Rejection> leavesSomebody(long itemId, WithdrawRequest request, Subject on) {
        WorkItem item = on.instance().item(itemId);
        NodeInstance visit = on.instance().nodeInstance(item.nodeInstanceId());
        return Shares.of(on.instance(), visit).left(ids(request)) > 0 ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "WITHDRAW_LAST", on.definition().node(visit.nodeId()).label()));
    }

    // ---- effect ----

    @Override
    public void decide(WithdrawRequest request, Subject on, Flow flow) {
        if (request.scope == WithdrawScope.WORKITEM) {
            ids(request).forEach(id -> flow.instance().findItem(id).ifPresent(i -> new Shares(flow).withdraw(i)));
        } else {
            flow.instance().items().stream().toList().forEach(i -> new WorkItems(flow).withdraw(i));
            new Scopes(flow).endAll(InstanceState.WITHDRAWN, request.reason);
        }
    }
}
