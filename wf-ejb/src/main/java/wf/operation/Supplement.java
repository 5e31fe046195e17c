package wf.operation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.SupplementRequest;
import wf.contract.WorkItemKind;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.runtime.Flow;
import wf.runtime.Member;
import wf.runtime.Rejection;
import wf.runtime.SigningRounds;
import wf.runtime.WorkItems;

/**
 * F13 补发: whoever sent the work to a node lets more people do it there. Where they work side by side the token leaves with the
 * last of them; in a signing round they have a vote like the others.
 */
public final class Supplement implements Operation<SupplementRequest> {

    @Override
    public String name() {
        return "supplement";
    }

    @Override
    public Class<SupplementRequest> requestType() {
        return SupplementRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.INSTANCE;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.SENDER, Identity.MANAGER);
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.isInstanceRunning(on);
    }

    @Override
    public Optional<Rejection> refuse(SupplementRequest request, Subject on) {
        Optional<Rejection> wrong = Checks.isGiven(request.nodeInstanceId, "nodeInstanceId");
        if (wrong.isPresent()) {
            return wrong;
        }
        Optional<NodeInstance> visit = working(request.nodeInstanceId, on);
        return visit.isEmpty() ? Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NODE_DONE"))
                : Checks.first(mayHe(visit.get(), on), Policies.refuse(name(), on.definition().node(visit.get().nodeId()), on),
                        fits(request.kind, visit.get()), people(request.users, visit.get(), on));
    }

    /** A visit at which people work. */
    private static Optional<NodeInstance> working(long visitId, Subject on) {
        return on.instance().nodeInstances().stream().filter(v -> v.id() == visitId && v.state() == NodeInstanceState.ACTIVE)
                .filter(v -> on.instance().itemsOf(v.id()).stream().anyMatch(i -> i.askedBy() == null)).findFirst();
    }

    private static Optional<Rejection> mayHe(NodeInstance visit, Subject on) {
        Member actor = on.facts().actor();
        return actor.administrator() || actor.id().equals(visit.sentBy()) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.FORBIDDEN, "FORBIDDEN"));
    }

    private static Optional<Rejection> fits(WorkItemKind kind, NodeInstance visit) {
        return kind == null || kind == kindAt(visit) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "WRONG_KIND", kind.name()));
    }

    private static WorkItemKind kindAt(NodeInstance visit) {
        return visit.round() == null ? WorkItemKind.MAIN : WorkItemKind.SIGN;
    }

    private static Optional<Rejection> people(List<String> users, NodeInstance visit, Subject on) {
        return Checks.first(Others.areGiven(users), Others.areKnown(on, users),
                Others.areNotThere(on, visit, kindAt(visit), null, users), Others.areNotTooMany(on, visit, visit.round(), users));
    }

    @Override
    public void decide(SupplementRequest request, Subject on, Flow flow) {
        NodeInstance visit = flow.instance().nodeInstance(request.nodeInstanceId);
        List<String> users = Others.named(request.users);
        if (visit.round() != null) {
            new SigningRounds(flow).add(visit, users);
        } else {
            users.forEach(u -> new WorkItems(flow).assign(visit, WorkItemKind.MAIN, u));
        }
    }
}
