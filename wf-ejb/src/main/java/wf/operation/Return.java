package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ReturnRequest;
import wf.runtime.Flow;
import wf.runtime.Rejection;

/** F6 退回: back to whoever sent the work. */
public final class Return implements Operation<ReturnRequest> {

    @Override
    public String name() {
        return "return";
    }

    @Override
    public Class<ReturnRequest> requestType() {
        return ReturnRequest.class;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.MAIN, Identity.SIGN);
    }

    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isRunning(on), Checks.isTaken(on), Returns.hasSender(on),
                Returns.isTarget(on, on.visit().sender()));
    }

    @Override
    public void decide(ReturnRequest request, Subject on, Flow flow) {
        Returns.perform(on, on.trail().of(on.visit().sender()).orElseThrow(), flow);
    }
}
