package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.instance.ProcessInstance;
import wf.runtime.Flow;
import wf.runtime.Pauses;
import wf.runtime.Rejection;

/** A called instance stands still and goes on with the one that waits for it. The engine's own operation. */
public final class Follow implements Operation<FollowRequest> {

    @Override
    public String name() {
        return "follow";
    }

    @Override
    public Class<FollowRequest> requestType() {
        return FollowRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.ENGINE;
    }

    @Override
    public Set<Identity> who() {
        return Set.of();
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Optional.empty();
    }

    @Override
    public Optional<Rejection> refuse(FollowRequest request, Subject on) {
        return what(request, on.instance()).isPresent() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOT_AWAITED"));
    }

    private static Optional<What> what(FollowRequest request, ProcessInstance child) {
        return request.purged ? Optional.of(What.PURGE).filter(w -> !child.isClosed()) : what(request.parent, child);
    }

    /** What the child has to do to be as the instance that waits for it. One that was suspended or deleted by itself stays so. */
    public static Optional<What> what(InstanceState parent, ProcessInstance child) {
        if (child.isClosed()) {
            return Optional.empty();
        } else if (parent == InstanceState.DELETED) {
            return child.state() == InstanceState.DELETED ? Optional.empty() : Optional.of(What.DELETE);
        } else if (child.state() == InstanceState.DELETED) {
            return child.standing().deletedWith() ? Optional.of(What.RESTORE) : Optional.empty();
        } else if (parent == InstanceState.SUSPENDED) {
            return child.state() == InstanceState.RUNNING ? Optional.of(What.SUSPEND) : Optional.empty();
        }
        return child.state() == InstanceState.SUSPENDED && child.standing().suspendedWith() ? Optional.of(What.RESUME) : Optional.empty();
    }

    @Override
    public void decide(FollowRequest request, Subject on, Flow flow) {
        switch (what(request, on.instance()).orElseThrow()) {
            case SUSPEND -> new Pauses(flow).suspend(null, true, true);
            case RESUME -> new Pauses(flow).resume();
            case DELETE -> new Pauses(flow).delete(true, true);
            case RESTORE -> new Pauses(flow).restore();
            case PURGE -> new Pauses(flow).purge(true, true);
        }
    }

    /** What a child can do. */
    public enum What { SUSPEND, RESUME, DELETE, RESTORE, PURGE }
}
