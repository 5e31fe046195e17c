package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.CountersignSubmitRequest;
import wf.contract.WorkItemKind;
import wf.instance.WorkItem;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.SigningRounds;
import wf.runtime.VariableWrites;

/** F5 会签提交: a vote in a signing round; the decision follows from the counts. */
public final class CountersignSubmit implements Operation<CountersignSubmitRequest> {

    @Override
    public String name() {
        return "countersignSubmit";
    }

    @Override
    public Class<CountersignSubmitRequest> requestType() {
        return CountersignSubmitRequest.class;
    }

    @Override
    public boolean suits(WorkItem item) {
        return item.kind() == WorkItemKind.SIGN || item.kind() == WorkItemKind.ADDSIGN;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.SIGN, Identity.ADDSIGN);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isRunning(on), Checks.isAVote(on), Checks.isTaken(on));
    }

    @Override
    public Optional<Rejection> refuse(CountersignSubmitRequest request, Subject on) {
        return Checks.first(Checks.isGiven(request.vote, "vote"), Checks.requiredFieldsGiven(on),
                Checks.fieldsFitTheirTypes(on));
    }

    @Override
    public void decide(CountersignSubmitRequest request, Subject on, Flow flow) {
        new VariableWrites(flow).setAll(on.visit(), Fields.writable(on));
        new SigningRounds(flow).vote(on.item(), request.vote);
    }
}
