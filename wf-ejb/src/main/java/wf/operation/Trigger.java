package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.instance.InstanceEvent.DraftReleased;
import wf.instance.Subscription;
import wf.instance.SubscriptionKind;
import wf.runtime.Arrivals;
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
        return Checks.isLive(on);
    }

    @Override
    public Optional<Rejection> refuse(TriggerRequest request, Subject on) {
        Optional<Subscription> awaited = on.instance().findSubscription(request.subscriptionId)
                .filter(s -> request.fired == null || request.fired == s.fired());
        if (awaited.isEmpty()) {
            return Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOT_AWAITED"));
        }
        return awaited.get().kind() != SubscriptionKind.TIMER || on.instance().isRunning(awaited.get()) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "CLOCK_STANDS"));
    }

    @Override
    public void decide(TriggerRequest request, Subject on, Flow flow) {
        Subscription awaited = on.instance().findSubscription(request.subscriptionId).orElseThrow();
        if (on.instance().standsStill()) {
            new Arrivals(flow).keep(awaited, on.input());
        } else {
            new Subscriptions(flow).happened(awaited, on.input());
            releaseDraft(on, flow);
        }
    }

    static void releaseDraft(Subject on, Flow flow) {
        if (on.instance().state() == InstanceState.DRAFT && !isStillDrafted(on)) {
            flow.emit(new DraftReleased(null));
        }
    }

    /** What takes the drafting from its starter sends the draft on its way; what happens beside it does not. */
    private static boolean isStillDrafted(Subject on) {
        return on.instance().nodeInstances().stream().anyMatch(v -> on.definition().node(v.nodeId()).settings().isForStarter());
    }
}
