package wf.operation;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import wf.contract.AddInstanceRequest;
import wf.contract.ErrorCode;
import wf.contract.Property;
import wf.contract.ValueType;
import wf.contract.WorkItemKind;
import wf.definition.Loop.MultiInstance;
import wf.definition.Node;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;
import wf.instance.WorkItem;
import wf.runtime.Flow;
import wf.runtime.Loops;
import wf.runtime.Member;
import wf.runtime.Rejection;
import wf.runtime.SigningRounds;
import wf.value.Value;

/** F32 增加多实例: a repeated activity or a signing round that runs gets instances more, and its counts grow. */
public final class AddInstance implements Operation<AddInstanceRequest> {

    @Override
    public String name() {
        return "addInstance";
    }

    @Override
    public Class<AddInstanceRequest> requestType() {
        return AddInstanceRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.INSTANCE;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.CREATOR, Identity.MAIN, Identity.SIGN);
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isInstanceRunning(on), somethingIsRepeated(on));
    }

    private static Optional<Rejection> somethingIsRepeated(Subject on) {
        return on.instance().nodeInstances().stream().anyMatch(v -> isRepeated(v, on)) ? Optional.empty() : notRepeated();
    }

    private static Optional<Rejection> notRepeated() {
        return Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOT_REPEATED"));
    }

    @Override
    public Optional<Rejection> refuse(AddInstanceRequest request, Subject on) {
        Optional<Rejection> wrong = Checks.first(Checks.isGiven(request.nodeInstanceId, "nodeInstanceId"), oneIsGiven(request));
        if (wrong.isPresent()) {
            return wrong;
        }
        Optional<NodeInstance> visit = repeated(request.nodeInstanceId, on);
        return visit.isEmpty() ? notRepeated() : Checks.first(mayHe(visit.get(), on), nodeAllows(visit.get(), on),
                fits(request, visit.get(), on), Others.areKnown(on, request.users), haveNoVoteYet(request, visit.get(), on), isNotTooMany(request, visit.get(), on));
    }

    private static Optional<Rejection> oneIsGiven(AddInstanceRequest request) {
        return Others.named(request.users).isEmpty() == (request.element == null)
                ? Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "ADD_WHAT")) : Optional.empty();
    }

    // ---- where ----

    /** The visit that stands for the whole, named by itself or by one of its instances. */
    private static Optional<NodeInstance> repeated(long visitId, Subject on) {
        ProcessInstance instance = on.instance();
        if (!instance.isActive(visitId)) {
            return Optional.empty();
        }
        NodeInstance visit = instance.nodeInstance(visitId);
        BranchTree tree = new BranchTree(instance);
        return Optional.of(tree.isLoopInstance(visit) ? instance.nodeInstance(tree.scopeOf(visit)) : visit).filter(v -> isRepeated(v, on));
    }

    private static boolean isRepeated(NodeInstance visit, Subject on) {
        boolean repeats = visit.progress() != null && node(visit, on).activity().loop() instanceof MultiInstance;
        return visit.state() == NodeInstanceState.ACTIVE && (visit.round() != null || repeats);
    }

    private static Node node(NodeInstance visit, Subject on) {
        return on.definition().node(visit.nodeId());
    }

    // ---- who ----

    /** Whoever started the instance, and whoever works at this activity; not those who work elsewhere in the instance. */
    private static Optional<Rejection> mayHe(NodeInstance visit, Subject on) {
        Member actor = on.facts().actor();
        boolean may = actor.administrator() || actor.id().equals(on.instance().starter())
                || on.instance().items().stream().anyMatch(i -> actor.id().equals(i.owner()) && isAt(i, visit, on.instance()));
        return may ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.FORBIDDEN, "FORBIDDEN"));
    }

    private static boolean isAt(WorkItem item, NodeInstance whole, ProcessInstance instance) {
        BranchTree tree = new BranchTree(instance);
        for (Long at = item.nodeInstanceId(); at != null; at = tree.scopeOf(instance.nodeInstance(at))) {
            if (at == whole.id()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Rejection> nodeAllows(NodeInstance visit, Subject on) {
        return on.facts().actor().administrator() || node(visit, on).activity().mayGrow() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.NODE_POLICY, "ADD_NOT_ALLOWED", node(visit, on).label()));
    }

    // ---- what ----

    /** People need a round, or an element variable that takes them; whom an element means is known by a collection only. */
    private static Optional<Rejection> fits(AddInstanceRequest request, NodeInstance visit, Subject on) {
        MultiInstance multi = node(visit, on).activity().loop() instanceof MultiInstance m ? m : null;
        if (request.element == null && visit.round() == null && multi.element() == null) {
            return Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "ADD_NO_USERS", node(visit, on).label()));
        } else if (request.element != null && visit.round() != null && (multi == null || multi.collection() == null)) {
            return Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "ADD_NO_ELEMENT", node(visit, on).label()));
        }
        return request.element == null || element(request.element).isPresent() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "ADD_ELEMENT", Objects.toString(request.element.type, "–")));
    }

    private static Optional<Value> element(Property sent) {
        try {
            return Optional.ofNullable(sent.value).map(v -> Value.parse(sent.type == null ? ValueType.STRING : sent.type, v));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Rejection> haveNoVoteYet(AddInstanceRequest request, NodeInstance visit, Subject on) {
        return visit.round() == null ? Optional.empty() : Others.areNotThere(on, visit, WorkItemKind.SIGN, null, request.users);
    }

    private static Optional<Rejection> isNotTooMany(AddInstanceRequest request, NodeInstance visit, Subject on) {
        int there = visit.round() != null ? visit.round().asked() : visit.progress().planned();
        return there + Math.max(1, Others.named(request.users).size()) <= Loops.MAX_INSTANCES ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.QUOTA, "ADD_TOO_MANY", node(visit, on).label(), String.valueOf(Loops.MAX_INSTANCES)));
    }

    @Override
    public void decide(AddInstanceRequest request, Subject on, Flow flow) {
        NodeInstance visit = repeated(request.nodeInstanceId, on).orElseThrow();
        if (request.element != null) {
            flow.add(visit, element(request.element).orElseThrow());
        } else if (visit.round() != null) {
            new SigningRounds(flow).add(visit, Others.named(request.users));
        } else {
            Others.named(request.users).forEach(u -> flow.add(flow.instance().nodeInstance(visit.id()), Value.of(u)));
        }
    }
}
