package wf.runtime;

import java.util.List;
import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeReader;
import wf.definition.NodeSettings;
import wf.instance.NodeInstance;

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
}
