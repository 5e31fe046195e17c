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
        return follows(on.instance(), request.what) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOT_AWAITED"));
    }

    /** One that was suspended by itself stays so. */
    public static boolean follows(ProcessInstance child, FollowRequest.What what) {
        return switch (what) {
            case SUSPEND -> child.state() == InstanceState.RUNNING;
            case RESUME -> child.state() == InstanceState.SUSPENDED && child.standing().withParent();
        };
    }

    @Override
    public void decide(FollowRequest request, Subject on, Flow flow) {
        switch (request.what) {
            case SUSPEND -> new Pauses(flow).suspend(null, true, true);
            case RESUME -> new Pauses(flow).resume();
        }
    }
}
