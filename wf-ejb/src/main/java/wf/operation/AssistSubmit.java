package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.OperationRequest;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.instance.WorkItem;
import wf.runtime.Consultations;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.VariableWrites;
import wf.runtime.WorkItems;

/** F2 协办提交: an assistant gives his opinion to whoever asked him. It never chooses a way. */
public final class AssistSubmit implements Operation<OperationRequest> {

    @Override
    public String name() {
        return "assistSubmit";
    }

    @Override
    public Class<OperationRequest> requestType() {
        return OperationRequest.class;
    }

    @Override
    public boolean suits(WorkItem item) {
        return item.kind() == WorkItemKind.ASSIST;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.ASSIST);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isRunning(on), Checks.isOfKind(on, WorkItemKind.ASSIST), Checks.isTaken(on));
    }

    @Override
    public Optional<Rejection> refuse(OperationRequest request, Subject on) {
        return Checks.first(Checks.requiredFieldsGiven(on), Checks.fieldsFitTheirTypes(on));
    }

    @Override
    public void decide(OperationRequest request, Subject on, Flow flow) {
        if (new VariableWrites(flow).setAll(on.visit(), Fields.writable(on)) && new WorkItems(flow).handled(on.item(), WorkItemState.SUBMITTED)) {
            new Consultations(flow).answered(on.item());
        }
    }
}
