package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.instance.Arrival;
import wf.instance.Job;
import wf.runtime.Arrivals;
import wf.runtime.Flow;
import wf.runtime.Jobs;
import wf.runtime.Rejection;

/** A job is done, or has failed for good: the node that waited for it goes on. The engine's own operation. */
public final class Answer implements Operation<AnswerRequest> {

    @Override
    public String name() {
        return "answer";
    }

    @Override
    public Class<AnswerRequest> requestType() {
        return AnswerRequest.class;
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
        return Checks.isLive(on);
    }

    @Override
    public Optional<Rejection> refuse(AnswerRequest request, Subject on) {
        return on.instance().findJob(request.jobId).isPresent() && !Arrivals.isAnswered(on.instance(), request.jobId) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOT_AWAITED"));
    }

    @Override
    public void decide(AnswerRequest request, Subject on, Flow flow) {
        Job job = on.instance().findJob(request.jobId).orElseThrow();
        if (on.instance().standsStill()) {
            new Arrivals(flow).keep(job, Arrival.Kind.valueOf(request.outcome.name()), request.code, request.detail, on.input());
            return;
        }
        switch (request.outcome) {
            case DONE -> new Jobs(flow).finish(job, on.input());
            case FAILED -> new Jobs(flow).fail(job, request.code, request.detail);
            case ESCALATED -> new Jobs(flow).escalate(job, request.code);
        }
    }
}
