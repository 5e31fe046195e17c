package wf.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeReader;
import wf.definition.NodeSettings;
import wf.instance.Job;
import wf.instance.NodeInstance;
import wf.value.Value;

/**
 * One BPMN element as the engine executes it. A type reads and checks its own attributes and says what happens when a
 * token comes. Types have no state; all they do, they do by {@link Flow}.
 */
public interface NodeType extends NodeReader {

    /** Names of the BPMN elements that this type executes. */
    Set<String> elements();

    @Override
    default NodeSettings read(ModelElement element, Findings findings) {
        return NodeSettings.NONE;
    }

    @Override
    default void check(Node node, Findings findings) { }

    /** A token has come to the node; it goes on by {@link Flow#leave}, or it stays. */
    void enter(Node node, NodeInstance visit, Flow flow);

    /** The instance begins here because the event has happened. */
    default void startedBy(Node node, NodeInstance visit, Node event, Flow flow) {
        flow.again(visit);
    }

    /** Work has been sent back to the node: those who handled it before get it again. Only human nodes are returned to. */
    default void reopen(Node node, NodeInstance visit, List<String> handlers, Flow flow) {
        enter(node, visit, flow);
    }

    /** The work of the visit is done: the token leaves by the outgoing flows that hold. */
    default void complete(Node node, NodeInstance visit, Flow flow) {
        flow.leave(visit);
    }

    /** An administrator lets the token pass an incident as if the node had done its work. */
    default void skip(Node node, NodeInstance visit, Flow flow) {
        complete(node, visit, flow);
    }

    /**
     * An event for which the visit waits has happened.
     *
     * @param event the node of the event: this one, or the one behind an event gateway
     * @param more whether it can happen again and is still waited for
     */
    default void caught(Node node, NodeInstance visit, Node event, boolean more, Flow flow) {
        flow.complete(visit);
    }

    /** The answer to a job that the node posted. */
    default void answered(Node node, NodeInstance visit, Job job, Map<String, Optional<Value>> outputs, Flow flow) {
        if (new VariableWrites(flow).setAll(visit, outputs)) {
            flow.complete(visit);
        }
    }

    /** One instance more of the repeated activity that runs at the visit, for the element; null where it has none. */
    default void add(Node node, NodeInstance visit, Value element, Flow flow) {
        new Loops(flow).add(visit, element);
    }

    /** A branch inside the visit has ended: with the last one the visit is done. */
    default void branchEnded(Node node, NodeInstance visit, Flow flow) {
        if (Compensations.isUnderWay(visit)) {
            new Compensations(flow).goOn(visit);
        } else if (new Scopes(flow).isDone(visit.id())) {
            flow.complete(visit);
        }
    }
}
