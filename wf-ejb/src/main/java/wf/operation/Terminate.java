package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.InstanceState;
import wf.contract.TerminateRequest;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.Scopes;

/** F18 终止: the instance ends early and abnormally. */
public final class Terminate implements Operation<TerminateRequest> {

    @Override
    public String name() {
        return "terminate";
    }

    @Override
    public Class<TerminateRequest> requestType() {
        return TerminateRequest.class;
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
        return Checks.isNotClosed(on);
    }

    @Override
    public Optional<Rejection> refuse(TerminateRequest request, Subject on) {
        return Checks.first(Checks.isGiven(request.reason, "reason"), Checks.isAtMost(4_000, request.reason, "reason"));
    }

    @Override
    public void decide(TerminateRequest request, Subject on, Flow flow) {
        new Scopes(flow).endAll(InstanceState.TERMINATED, request.reason);
    }
}
