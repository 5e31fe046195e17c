package wf.operation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.instance.Arrival;
import wf.instance.Job;
import wf.runtime.Arrivals;
import wf.runtime.CameOut;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.ReturnOut;

/**
 * Work was sent back out of a called instance, which has ended by it: here the token of the call goes back. The engine's own
 * operation, since each instance is changed by its own decisions only.
 */
public final class ComeBack implements Operation<ComeBackRequest> {

    @Override
    public String name() {
        return "comeBack";
    }

    @Override
    public Class<ComeBackRequest> requestType() {
        return ComeBackRequest.class;
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
    public boolean looksBack() {
        return true;
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.isLive(on);
    }

    @Override
    public Optional<Rejection> refuse(ComeBackRequest request, Subject on) {
        return on.instance().findJob(request.jobId).isPresent() && !Arrivals.isAnswered(on.instance(), request.jobId) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOT_AWAITED"));
    }

    @Override
    public void decide(ComeBackRequest request, Subject on, Flow flow) {
        Job job = on.instance().findJob(request.jobId).orElseThrow();
        ReturnOut out = ReturnOut.of(request.out);
        if (on.instance().standsStill()) {
            new Arrivals(flow).keep(job, Arrival.Kind.RETURNED, null, request.out, Map.of());
        } else {
            new CameOut(flow).goBack(job, out, out.restores() ? Returns.restored(on, out.target()) : Map.of());
        }
    }
}
