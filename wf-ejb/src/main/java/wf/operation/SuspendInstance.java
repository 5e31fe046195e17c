package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.SuspendInstanceRequest;
import wf.runtime.Flow;
import wf.runtime.Pauses;
import wf.runtime.Rejection;

/** I12 暂停实例: nobody works on it, no timer runs and no deadline comes nearer until it is resumed. */
public final class SuspendInstance implements Operation<SuspendInstanceRequest> {

    @Override
    public String name() {
        return "suspendInstance";
    }

    @Override
    public Class<SuspendInstanceRequest> requestType() {
        return SuspendInstanceRequest.class;
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
        return Checks.first(Checks.isInstanceRunning(on), Checks.processAllows(on, on.definition().allowances().suspend(), name()));
    }

    @Override
    public Optional<Rejection> refuse(SuspendInstanceRequest request, Subject on) {
        return Checks.isToCome(on, request.resumeAt, "resumeAt");
    }

    @Override
    public void decide(SuspendInstanceRequest request, Subject on, Flow flow) {
        new Pauses(flow).suspend(request.resumeAt == null ? null : request.resumeAt.toInstant(), false, !request.childrenGoOn);
    }
}
