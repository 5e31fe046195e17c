package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.SupplementBranchRequest;
import wf.definition.SequenceFlow;
import wf.runtime.Flow;
import wf.runtime.Member;
import wf.runtime.Rejection;
import wf.runtime.Supplements;

/** F14 分支补发: a split that was passed already gets one branch more, and its join waits for that too. */
public final class SupplementBranch implements Operation<SupplementBranchRequest> {

    @Override
    public String name() {
        return "supplementBranch";
    }

    @Override
    public Class<SupplementBranchRequest> requestType() {
        return SupplementBranchRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.INSTANCE;
    }

    /** Whoever sent the work into the split; who that is, only the request says. */
    @Override
    public Set<Identity> who() {
        return Set.of(Identity.ANYBODY);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.isInstanceRunning(on);
    }

    @Override
    public Optional<Rejection> refuse(SupplementBranchRequest request, Subject on) {
        return Checks.first(Checks.isGiven(request.branchId, "branchId"), Checks.isGiven(request.flowId, "flowId"))
                .or(() -> mayHe(request, on)).or(() -> isOpen(request, on)).or(() -> isOfTheSplit(request, on))
                .or(() -> Others.areKnown(on, request.users));
    }

    private static Optional<Rejection> mayHe(SupplementBranchRequest request, Subject on) {
        Member actor = on.facts().actor();
        boolean sentIt = on.instance().nodeInstances().stream().anyMatch(v -> actor.id().equals(v.sentBy()));
        boolean may = actor.administrator() || sentIt || actor.id().equals(on.instance().starter());
        return may ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.FORBIDDEN, "FORBIDDEN"));
    }

    private static Optional<Rejection> isOpen(SupplementBranchRequest request, Subject on) {
        return on.instance().hasBranch(request.branchId) && on.instance().branch(request.branchId).splitNodeId() != null ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.JOIN_FIRED, "SPLIT_OVER"));
    }

    private static Optional<Rejection> isOfTheSplit(SupplementBranchRequest request, Subject on) {
        return flow(request, on).isPresent() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.TARGET_INVALID, "SPLIT_FLOW", request.flowId,
                        on.definition().label(on.instance().branch(request.branchId).splitNodeId())));
    }

    private static Optional<SequenceFlow> flow(SupplementBranchRequest request, Subject on) {
        return on.definition().node(on.instance().branch(request.branchId).splitNodeId()).outgoing().stream()
                .filter(f -> f.id().equals(request.flowId)).findFirst();
    }

    @Override
    public void decide(SupplementBranchRequest request, Subject on, Flow flow) {
        SequenceFlow along = flow(request, on).orElseThrow();
        flow.choose(along.target(), Others.named(request.users));
        new Supplements(flow).begin(on.instance().branch(request.branchId), along);
    }
}
