package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.EndInstanceRequest;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.Scopes;
import wf.runtime.VariableWrites;
import wf.value.Value;

/** I13 结束实例: the instance ends early and normally; whoever called it goes on as after any other end. */
public final class EndInstance implements Operation<EndInstanceRequest> {

    @Override
    public String name() {
        return "endInstance";
    }

    @Override
    public Class<EndInstanceRequest> requestType() {
        return EndInstanceRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.INSTANCE;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.MAIN);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isInstanceRunning(on), Checks.processAllows(on, on.definition().allowances().end(), name()), hasNoIncident(on));
    }

    /** Where something is wrong, only an administrator knows whether it is the end (§4.5 X2). */
    private static Optional<Rejection> hasNoIncident(Subject on) {
        return on.instance().incidents().isEmpty() || on.facts().actor().administrator() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "END_WITH_INCIDENT"));
    }

    @Override
    public Optional<Rejection> refuse(EndInstanceRequest request, Subject on) {
        return Checks.first(Checks.isGiven(request.resultStatus, "resultStatus"), Checks.isAtMost(200, request.resultStatus, "resultStatus"));
    }

    @Override
    public void decide(EndInstanceRequest request, Subject on, Flow flow) {
        new VariableWrites(flow).set(null, "resultStatus", Value.of(request.resultStatus));
        new Scopes(flow).endAll(InstanceState.COMPLETED, request.resultStatus);
    }
}
