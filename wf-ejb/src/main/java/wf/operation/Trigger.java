package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.Subscriptions;

/** What an instance waits for has happened: a timer is due, a message or a signal has come. The engine's own operation. */
public final class Trigger implements Operation<TriggerRequest> {

    @Override
    public String name() {
        return "trigger";
    }

    @Override
    public Class<TriggerRequest> requestType() {
        return TriggerRequest.class;
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
        return Checks.isRunningOrDraft(on);
    }

    @Override
    public Optional<Rejection> refuse(TriggerRequest request, Subject on) {
        return on.instance().findSubscription(request.subscriptionId)
                .filter(s -> request.fired == null || request.fired == s.fired()).isPresent() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOT_AWAITED"));
    }

    @Override
    public void decide(TriggerRequest request, Subject on, Flow flow) {
        new Subscriptions(flow).happened(on.instance().findSubscription(request.subscriptionId).orElseThrow(), on.input());
    }
}
