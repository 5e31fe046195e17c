package wf.operation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.InternalSubmitRequest;
import wf.contract.WorkItemKind;
import wf.instance.WorkItem;
import wf.runtime.Flow;
import wf.runtime.Member;
import wf.runtime.Rejection;
import wf.runtime.VariableWrites;
import wf.runtime.WorkItems;

/** F3 内部提交: the main handler has done his part and hands the work on to a colleague at the same node, until the same deadline. */
public final class InternalSubmit implements Operation<InternalSubmitRequest> {

    @Override
    public String name() {
        return "internalSubmit";
    }

    @Override
    public Class<InternalSubmitRequest> requestType() {
        return InternalSubmitRequest.class;
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
        return Checks.first(Checks.isRunning(on), Checks.isOfKind(on, WorkItemKind.MAIN), Checks.isTaken(on));
    }

    @Override
    public Optional<Rejection> refuse(InternalSubmitRequest request, Subject on) {
        return Checks.first(Checks.isGiven(request.user, "user"), Transfer.refuse(request.user, on), isInRange(request.user, on),
                Checks.isGiven(request.opinion, "opinion"), Checks.fieldsFitTheirTypes(on));
    }

    /** That somebody is named is asked before. Where the node says nothing, colleagues are those who share a department with the holder. */
    private static Optional<Rejection> isInRange(String user, Subject on) {
        if (user == null) {
            return Optional.empty();
        }
        Set<String> range = new LinkedHashSet<>(on.node().settings().handling().internalRange());
        if (range.isEmpty()) {
            memberships(on.item().owner(), on).stream().filter(m -> m.startsWith("dept:")).forEach(range::add);
        }
        boolean isIn = on.facts().directory().member(user.strip()).filter(m -> m.isAmong(range)).isPresent();
        return isIn ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.TARGET_INVALID, "NOT_IN_RANGE", user, on.node().label()));
    }

    private static List<String> memberships(String person, Subject on) {
        return on.facts().directory().member(person).map(Member::memberships).map(List::copyOf).orElse(List.of());
    }

    @Override
    public void decide(InternalSubmitRequest request, Subject on, Flow flow) {
        if (new VariableWrites(flow).setAll(on.visit(), Fields.writable(on))) {
            new WorkItems(flow).handOn(on.item(), request.user.strip());
        }
    }
}
