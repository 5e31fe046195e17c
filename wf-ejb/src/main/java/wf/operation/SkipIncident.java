package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.OperationRequest;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.VariableWrites;

/** I16 跳过异常: the token passes the node as if its work were done, with the outputs given. */
public final class SkipIncident implements Operation<OperationRequest> {

    @Override
    public String name() {
        return "skipIncident";
    }

    @Override
    public Class<OperationRequest> requestType() {
        return OperationRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.INCIDENT;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.MANAGER);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isInstanceRunning(on), Checks.hasIncident(on.incident()));
    }

    @Override
    public void decide(OperationRequest request, Subject on, Flow flow) {
        new VariableWrites(flow).setAll(on.visit(), on.input());
        Incidents.resolve(on, flow);
        flow.skip(on.visit());
    }
}
