package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ReplaceHandlerRequest;
import wf.contract.WorkItemState;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.WorkItems;

/** F17 替换处理人: whoever sent the work, or an administrator, puts another in its holder's place, also while he waits for others. */
public final class ReplaceHandler implements Operation<ReplaceHandlerRequest> {

    @Override
    public String name() {
        return "replaceHandler";
    }

    @Override
    public Class<ReplaceHandlerRequest> requestType() {
        return ReplaceHandlerRequest.class;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.SENDER, Identity.MANAGER);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isUnderWay(on), Checks.hasHolder(on));
    }

    @Override
    public Optional<Rejection> refuse(ReplaceHandlerRequest request, Subject on) {
        return Checks.first(Checks.isGiven(request.user, "user"), Transfer.refuse(request.user, on));
    }

    @Override
    public void decide(ReplaceHandlerRequest request, Subject on, Flow flow) {
        new WorkItems(flow).pass(on.item(), WorkItemState.REPLACED, null, request.user.strip());
    }
}
