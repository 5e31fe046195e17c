package wf.operation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wf.contract.TransferRequest;
import wf.contract.WorkItemState;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.WorkItems;

/** F15 转办: the holder gives his work to another, who has it until the same deadline. It does not count as handled by him. */
public final class Transfer implements Operation<TransferRequest> {

    @Override
    public String name() {
        return "transfer";
    }

    @Override
    public Class<TransferRequest> requestType() {
        return TransferRequest.class;
    }

    @Override
    public Set<Identity> who() {
        return Identity.HOLDERS;
    }

    /** A deputy does the work or leaves it; whose it is, is not his to say. */
    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isRunning(on), Checks.isTaken(on));
    }

    @Override
    public Optional<Rejection> refuse(TransferRequest request, Subject on) {
        return Checks.first(Checks.isGiven(request.user, "user"), refuse(request.user, on));
    }

    /** Why the item cannot go to this person. */
    static Optional<Rejection> refuse(String user, Subject on) {
        List<String> target = user == null ? List.of() : List.of(user);
        return Checks.first(Others.areKnown(on, target), Others.areNotTheHolder(on, target),
                Others.areNotThere(on, on.item().kind(), on.item().askedBy(), target));
    }

    @Override
    public void decide(TransferRequest request, Subject on, Flow flow) {
        new WorkItems(flow).pass(on.item(), WorkItemState.TRANSFERRED, null, request.user.strip());
    }
}
