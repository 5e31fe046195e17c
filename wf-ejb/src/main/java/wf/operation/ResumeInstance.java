package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.OperationRequest;
import wf.runtime.Flow;
import wf.runtime.Pauses;
import wf.runtime.Rejection;

/** I12 恢复实例: each item is what it was before, and all deadlines and timers are later by as long as the instance stood. */
public final class ResumeInstance implements Operation<OperationRequest> {

    @Override
    public String name() {
        return "resumeInstance";
    }

    @Override
    public Class<OperationRequest> requestType() {
        return OperationRequest.class;
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
        return Checks.first(Checks.isSuspended(on), Checks.processAllows(on, on.definition().allowances().suspend(), name()));
    }

    @Override
    public void decide(OperationRequest request, Subject on, Flow flow) {
        new Pauses(flow).resume();
    }
}
