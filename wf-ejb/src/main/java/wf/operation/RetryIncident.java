package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.OperationRequest;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.VariableWrites;

/** I15 重试异常: with corrected variables the node acts again where the token stands. */
public final class RetryIncident implements Operation<OperationRequest> {

    /** Incidents that only a node that had begun its work can have, with its boundary watched. */
    private static final Set<String> CAME_FROM_WORK = Set.of("JOB_FAILED", "ERROR_UNCAUGHT");
    /** Those of a node that waits for tokens, or that was stopped before it looked for them. */
    private static final Set<String> BEFORE_WORK = Set.of("STUCK_JOIN", "QUOTA");

    @Override
    public String name() {
        return "retryIncident";
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
        if (!BEFORE_WORK.contains(on.incident().code())) {
            flow.began(on.visit());
        }
        if (on.incident().workDone()) {
            flow.complete(on.visit());
        } else if (CAME_FROM_WORK.contains(on.incident().code())) {
            flow.retry(on.visit());
        } else {
            flow.again(on.visit());
        }
    }
}
