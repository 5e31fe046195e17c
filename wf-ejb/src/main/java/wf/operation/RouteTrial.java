package wf.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.SubmitRequest;
import wf.contract.WorkItemKind;
import wf.definition.Node;
import wf.definition.SequenceFlow;
import wf.instance.Event;
import wf.instance.TokenEvent.RuleApplied;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.Selection;
import wf.runtime.VariableWrites;
import wf.runtime.Witness;

/**
 * F24 路由规则判断: the work is submitted as if, and what was looked at on its way is told. It asks for less than a submit, since
 * whoever wants to know the way has not finished his work yet: no field is required, and no assistant need have answered.
 */
public final class RouteTrial implements Witness {

    private static final Submit SUBMIT = new Submit();
    private final List<Event> events = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private final List<Ruled> ruled = new ArrayList<>();
    private final Map<String, Selection> selections = new HashMap<>();

    /** A condition that was looked at. @param error why nobody knows whether it holds; null where it is known */
    public record Look(String nodeId, SequenceFlow flow, boolean holds, String error) { }

    /** A rule that ran. @param error why it stopped the work; null where it did not */
    public record Ruled(RuleApplied rule, String error) { }

    /** Those who could submit. */
    public static Set<Identity> who() {
        return SUBMIT.who();
    }

    public static Optional<Rejection> refuse(SubmitRequest request, Subject on) {
        return Checks.first(Checks.isRunningOrDraft(on), isAboutTheWay(on), Checks.isTaken(on), Checks.fieldsFitTheirTypes(on), Checks.isHisDepartment(on, request.department))
                .or(() -> Choices.refuse(request, on));
    }

    /** Whoever helps chooses no way. */
    private static Optional<Rejection> isAboutTheWay(Subject on) {
        return on.item().kind() != WorkItemKind.ASSIST ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "WRONG_KIND", on.item().kind().name()));
    }

    public void run(SubmitRequest request, Subject on, Flow flow) {
        flow.watchedBy(this);
        request.delayUntil = null;
        SUBMIT.decide(request, on, flow);
    }

    /** As if it were handed on to this node, whatever the model's ways. */
    public void runAt(SubmitRequest request, Node target, Subject on, Flow flow) {
        flow.watchedBy(this);
        flow.actIn(request.department);
        new VariableWrites(flow).setAll(on.visit(), Fields.writable(on));
        Choices.tell(request, flow);
        flow.handOverBeside(on.visit(), target);
    }

    @Override
    public void happened(Event event) {
        events.add(event);
        if (event instanceof RuleApplied rule) {
            ruled.add(new Ruled(rule, null));
        }
    }

    @Override
    public void looked(String nodeId, SequenceFlow flow, boolean holds) {
        looks.add(new Look(nodeId, flow, holds, null));
    }

    @Override
    public void failed(String nodeId, SequenceFlow flow, String error) {
        looks.add(new Look(nodeId, flow, false, error));
    }

    @Override
    public void stopped(RuleApplied rule, String error) {
        ruled.add(new Ruled(rule, error));
    }

    @Override
    public void leftToChoose(String nodeId, Selection selection) {
        selections.putIfAbsent(nodeId, selection);
    }

    /** Whom he may choose for the node, where he may. */
    public Optional<Selection> selection(String nodeId) {
        return Optional.ofNullable(selections.get(nodeId));
    }

    /** What would happen, up to where it is refused. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    public List<Ruled> ruled() {
        return List.copyOf(ruled);
    }

    public List<Look> looks() {
        return List.copyOf(looks);
    }
}
