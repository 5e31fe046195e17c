package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.SuspendItemRequest;
import wf.runtime.Flow;
import wf.runtime.Pauses;
import wf.runtime.Rejection;

/** F16 暂停: the holder lays his item aside; its clock stands, and with the only item of a node the timers there too. */
public final class SuspendItem implements Operation<SuspendItemRequest> {

    @Override
    public String name() {
        return "suspendItem";
    }

    @Override
    public Class<SuspendItemRequest> requestType() {
        return SuspendItemRequest.class;
    }

    @Override
    public Set<Identity> who() {
        return Identity.HOLDERS;
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isRunning(on), Checks.isTaken(on), Checks.isReady(on));
    }

    @Override
    public Optional<Rejection> refuse(SuspendItemRequest request, Subject on) {
        return Checks.isToCome(on, request.until, "until");
    }

    @Override
    public void decide(SuspendItemRequest request, Subject on, Flow flow) {
        new Pauses(flow).suspend(on.item(), request.until == null ? null : request.until.toInstant());
    }
}
