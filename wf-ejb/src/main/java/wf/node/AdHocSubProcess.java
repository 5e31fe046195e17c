package wf.node;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.rule.Evaluation;
import wf.rule.Expression;
import wf.runtime.Compensations;
import wf.runtime.Flow;
import wf.runtime.NodeType;
import wf.runtime.Scopes;
import wf.runtime.Throwing;
import wf.runtime.Variables;

/**
 * N19 子流程, ad hoc (BPMN 2.0.2 clause 13.3.5): its activities have no order of their own; all that nothing leads to are
 * enabled at once, or in a sequential one run one at a time. It is done when its condition says so, else with the last.
 */
public final class AdHocSubProcess implements NodeType {

    private record Settings(Expression completion, boolean cancelsRemaining) implements NodeSettings { }

    @Override
    public Set<String> elements() {
        return Set.of("adHocSubProcess");
    }

    @Override
    public boolean isScope() {
        return true;
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        return new Settings(element.expression("completionCondition").orElse(null),
                element.attribute("cancelRemainingInstances").map(c -> !c.equals("false")).orElse(true));
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        List<Node> starts = flow.definition().tree().starts(node.id());
        boolean goesOn = !new Scopes(flow).isDone(visit.id());
        if (new Scopes(flow).begin(visit, starts) && starts.isEmpty()) {
            flow.complete(visit);
        } else if (goesOn) {
            branchEnded(node, visit, flow);
        }
    }

    @Override
    public void branchEnded(Node node, NodeInstance visit, Flow flow) {
        Scopes scopes = new Scopes(flow);
        Settings settings = (Settings) node.settings();
        if (visit.state() == NodeInstanceState.COMPENSATING) {
            new Compensations(flow).goOn(visit);
        } else if (scopes.isDone(visit.id())) {
            flow.complete(visit);
        } else {
            isComplete(settings, visit, flow).filter(yes -> yes && settings.cancelsRemaining()).ifPresent(yes -> {
                scopes.clear(visit.id());
                flow.complete(visit);
            });
        }
    }

    private static Optional<Boolean> isComplete(Settings settings, NodeInstance visit, Flow flow) {
        if (settings.completion() == null) {
            return Optional.of(false);
        }
        Evaluation<Boolean> result = flow.facts().expressions().condition(settings.completion(), new Variables(flow).at(visit));
        if (result.isError()) {
            new Throwing(flow).failed(visit, result);
            return Optional.empty();
        }
        return Optional.of(result.value());
    }
}
