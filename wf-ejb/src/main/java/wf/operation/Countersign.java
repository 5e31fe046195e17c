package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.CountersignRequest;
import wf.contract.WorkItemKind;
import wf.instance.Consultation.Kind;
import wf.instance.WorkItem;
import wf.runtime.Consultations;
import wf.runtime.Flow;
import wf.runtime.Rejection;

/** F4 会签: the main handler lets others vote before he goes on. The outcome is his to consider; it chooses no way. */
public final class Countersign implements Operation<CountersignRequest> {

    @Override
    public String name() {
        return "countersign";
    }

    @Override
    public Class<CountersignRequest> requestType() {
        return CountersignRequest.class;
    }

    @Override
    public boolean suits(WorkItem item) {
        return item.kind() == WorkItemKind.MAIN;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.MAIN);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isRunning(on), Checks.isOfKind(on, WorkItemKind.MAIN), Checks.isTaken(on), AddedSigners.areNotAskedYet(on));
    }

    @Override
    public Optional<Rejection> refuse(CountersignRequest request, Subject on) {
        return Checks.first(AddedSigners.refuse(request.users, on), AddedSigners.quorumFits(request.rule, request.quorum, request.users));
    }

    @Override
    public void decide(CountersignRequest request, Subject on, Flow flow) {
        new Consultations(flow).sign(on.item(), Kind.COUNTERSIGN, Others.named(request.users),
                AddedSigners.rule(request.order, request.rule, request.quorum, request.veto, request.waitForAll));
    }
}
