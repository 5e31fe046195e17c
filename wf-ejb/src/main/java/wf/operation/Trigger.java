package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.instance.InstanceEvent.DraftReleased;
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
        if (on.instance().state() == InstanceState.DRAFT && !isStillDrafted(on)) {
            flow.emit(new DraftReleased());
        }
    }

    /** What takes the drafting from its starter sends the draft on its way; what happens beside it does not. */
    private static boolean isStillDrafted(Subject on) {
        return on.instance().nodeInstances().stream().anyMatch(v -> on.definition().node(v.nodeId()).settings().isForStarter());
    }
}
