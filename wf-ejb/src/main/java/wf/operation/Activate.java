package wf.operation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wf.contract.ActivateRequest;
import wf.contract.ErrorCode;
import wf.definition.Node;
import wf.runtime.Activation;
import wf.runtime.BusinessRecords.Moment;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.TrailEntry;

/** U3 激活流程: an instance that has ended goes on, where people worked last or at a node that is named. */
public final class Activate implements Operation<ActivateRequest> {

    @Override
    public String name() {
        return "activate";
    }

    @Override
    public Class<ActivateRequest> requestType() {
        return ActivateRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.INSTANCE;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.CREATOR);
    }

    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isOver(on), Checks.processAllows(on, on.definition().allowances().reopen(), name()));
    }

    @Override
    public Optional<Rejection> refuse(ActivateRequest request, Subject on) {
        return Checks.first(hasNode(request, on), Others.areKnown(on, request.participants));
    }

    private static Optional<Rejection> hasNode(ActivateRequest request, Subject on) {
        if (node(request, on).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(request.nodeId == null ? Rejection.of(ErrorCode.TARGET_INVALID, "ACTIVATE_WHERE")
                : Rejection.of(ErrorCode.TARGET_INVALID, "ACTIVATE_NODE", on.definition().label(request.nodeId)));
    }

    /** The node that is named, else the last at which people worked that this version of the process still has. */
    private static Optional<Node> node(ActivateRequest request, Subject on) {
        if (request.nodeId != null) {
            return Optional.of(request.nodeId).filter(id -> isPossible(id, on)).map(on.definition()::node);
        }
        return on.trail().entries().stream().map(TrailEntry::nodeId).filter(id -> isPossible(id, on))
                .reduce((first, second) -> second).map(on.definition()::node);
    }

    private static boolean isPossible(String nodeId, Subject on) {
        return on.definition().has(nodeId) && on.definition().node(nodeId).isHuman() && on.definition().node(nodeId).scope() == null;
    }

    @Override
    public void decide(ActivateRequest request, Subject on, Flow flow) {
        Node node = node(request, on).orElseThrow();
        List<String> handlers = on.trail().entries().stream().filter(e -> e.nodeId().equals(node.id())).map(TrailEntry::handlers)
                .reduce((first, second) -> second).orElse(List.of());
        new Activation(flow).perform(node, handlers, Others.named(request.participants));
        flow.facts().businessRecords().tell(Moment.AFTER_ACTIVATE, flow);
    }
}
