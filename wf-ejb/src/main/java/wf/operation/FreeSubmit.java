package wf.operation;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.FreeSubmitRequest;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.definition.Node;
import wf.instance.WorkItem;
import wf.runtime.Consultations;
import wf.runtime.Flow;
import wf.runtime.Jumping;
import wf.runtime.Rejection;
import wf.runtime.VariableWrites;
import wf.runtime.WorkItems;

/** F31 自由提交: the work is done and goes where its handler says, to whom he says. */
public final class FreeSubmit implements Operation<FreeSubmitRequest> {

    @Override
    public String name() {
        return "freeSubmit";
    }

    @Override
    public Class<FreeSubmitRequest> requestType() {
        return FreeSubmitRequest.class;
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
        return Checks.first(Checks.isRunning(on), Checks.isTaken(on), Checks.isOfKind(on, WorkItemKind.MAIN),
                Checks.assistantsAreDone(on), Checks.worksAlone(on), isOnItsWay(on));
    }

    /** One instance of a repeated activity, and what undoes other work, have no token that could go elsewhere. */
    private static Optional<Rejection> isOnItsWay(Subject on) {
        boolean has = Jumping.token(on.visit(), on.node(), on.instance()).filter(t -> t.id() == on.visit().id()).isPresent();
        return has ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NO_WAY_OF_ITS_OWN", on.node().label()));
    }

    @Override
    public Optional<Rejection> refuse(FreeSubmitRequest request, Subject on) {
        return Checks.first(Checks.requiredFieldsGiven(on), Checks.fieldsFitTheirTypes(on), Others.areKnown(on, request.users))
                .or(() -> isInScope(request, on)).or(() -> hasSomebody(request, on));
    }

    private static Optional<Rejection> isInScope(FreeSubmitRequest request, Subject on) {
        boolean inside = request.nodeId == null || on.definition().has(request.nodeId)
                && Objects.equals(target(request, on).scope(), on.node().scope());
        return !inside ? Optional.of(Rejection.of(ErrorCode.TARGET_INVALID, "JUMP_TARGET", request.nodeId))
                : request.nodeId == null ? Optional.empty() : Targets.isReachable(request.nodeId, on.visit(), on);
    }

    /** To hand work on at the same node is to hand it to somebody. */
    private static Optional<Rejection> hasSomebody(FreeSubmitRequest request, Subject on) {
        return request.nodeId == null ? Others.areGiven(request.users) : Optional.empty();
    }

    private static Node target(FreeSubmitRequest request, Subject on) {
        return request.nodeId == null ? on.node() : on.definition().node(request.nodeId);
    }

    @Override
    public void decide(FreeSubmitRequest request, Subject on, Flow flow) {
        new VariableWrites(flow).setAll(on.visit(), Fields.writable(on));
        new Consultations(flow).dismissAssistants(on.item());
        if (new WorkItems(flow).handled(on.item(), WorkItemState.SUBMITTED)) {
            flow.choose(target(request, on).id(), Others.named(request.users));
            flow.handOver(on.visit(), target(request, on));
        }
    }
}
