package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.instance.Deadline;
import wf.instance.Subscription;
import wf.instance.SubscriptionKind;
import wf.instance.WaitEvent.DeadlineSet;
import wf.instance.WaitEvent.TimerRepeated;
import wf.runtime.Flow;
import wf.runtime.Rejection;

/** A timer, or the next level of a limit, is due at another time, as an administrator wants it; how often it has fired stays. The engine's own operation. */
public final class MoveTimer implements Operation<MoveTimerRequest> {

    @Override
    public String name() {
        return "moveTimer";
    }

    @Override
    public Class<MoveTimerRequest> requestType() {
        return MoveTimerRequest.class;
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

    /** One whose clock stands has no moment at which it is due. */
    @Override
    public Optional<Rejection> refuse(MoveTimerRequest request, Subject on) {
        boolean runs = level(request, on).isPresent() || on.instance().findSubscription(request.subscriptionId)
                .filter(s -> s.kind() == SubscriptionKind.TIMER && on.instance().isRunning(s)).isPresent();
        return runs ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "CLOCK_STANDS"));
    }

    /** The deadline whose next level it is. */
    private static Optional<Deadline> level(MoveTimerRequest request, Subject on) {
        return on.instance().deadlines().stream().filter(d -> d.nextAt() != null && d.timerId() == request.subscriptionId).findFirst();
    }

    @Override
    public void decide(MoveTimerRequest request, Subject on, Flow flow) {
        Optional<Deadline> deadline = level(request, on);
        if (deadline.isPresent()) {
            flow.emit(new DeadlineSet(deadline.get().orderedAt(request.dueAt)));
            return;
        }
        Subscription timer = on.instance().findSubscription(request.subscriptionId).orElseThrow();
        flow.emit(new TimerRepeated(timer.id(), request.dueAt, timer.fired()));
    }
}
