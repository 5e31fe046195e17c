package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.DeleteInstanceRequest;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.instance.ParentLink;
import wf.runtime.BusinessRecords.Moment;
import wf.runtime.Flow;
import wf.runtime.Pauses;
import wf.runtime.Rejection;

/** I10 删除实例: the starter deletes his draft, an administrator any instance. It can be restored, unless it was purged. */
public final class DeleteInstance implements Operation<DeleteInstanceRequest> {

    @Override
    public String name() {
        return "deleteInstance";
    }

    @Override
    public Class<DeleteInstanceRequest> requestType() {
        return DeleteInstanceRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.INSTANCE;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.CREATOR);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(isHisDraft(on), nobodyWaitsForIt(on));
    }

    private static Optional<Rejection> isHisDraft(Subject on) {
        return on.instance().state() == InstanceState.DRAFT || on.facts().actor().administrator() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.FORBIDDEN, "DELETE_DRAFTS_ONLY"));
    }

    /** An instance that is over is waited for by nobody. */
    private static Optional<Rejection> nobodyWaitsForIt(Subject on) {
        ParentLink parent = on.instance().identity().parent();
        return parent == null || on.instance().isClosed() || !on.facts().kin().isAwaited(parent) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "PARENT_WAITS", String.valueOf(parent.instanceId())));
    }

    @Override
    public Optional<Rejection> refuse(DeleteInstanceRequest request, Subject on) {
        return request.purge ? Checks.first(nobodyIsToHearOfIt(on), childrenAreGone(request, on))
                : Checks.first(Checks.isNotDeleted(on), childrenAreOver(request, on));
    }

    private static Optional<Rejection> childrenAreOver(DeleteInstanceRequest request, Subject on) {
        return request.cascade || on.instance().isClosed() || !on.facts().kin().awaitsChildren(on.instance().id()) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "CHILDREN_OPEN"));
    }

    /** Those that were deleted with it could never be restored, since what waits for them is gone. */
    private static Optional<Rejection> childrenAreGone(DeleteInstanceRequest request, Subject on) {
        return request.cascade || on.instance().isClosed() || !on.facts().kin().hasOpenChildren(on.instance().id()) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "CHILDREN_OPEN"));
    }

    /** Not even one that was deleted, or that has not been told yet how this one ended: it would wait for ever. */
    private static Optional<Rejection> nobodyIsToHearOfIt(Subject on) {
        ParentLink parent = on.instance().identity().parent();
        return parent == null || !on.facts().kin().isAwaited(parent) && !on.facts().kin().isDeleted(parent) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "PARENT_WAITS", String.valueOf(parent.instanceId())));
    }

    @Override
    public void decide(DeleteInstanceRequest request, Subject on, Flow flow) {
        Optional<String> against = flow.facts().businessRecords().tell(Moment.BEFORE_DELETE, flow);
        if (against.isPresent()) {
            flow.refuse(Rejection.of(ErrorCode.RULE_REJECTED, "BUSINESS_VETO", against.get()));
            return;
        }
        if (request.purge) {
            new Pauses(flow).purge(false, request.cascade);
        } else {
            new Pauses(flow).delete(false, request.cascade);
        }
        flow.facts().businessRecords().tell(Moment.AFTER_DELETE, flow);
    }
}
