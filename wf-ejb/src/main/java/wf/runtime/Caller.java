package wf.runtime;

import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;

/**
 * The instance that called another one and waits for it, as that one may look at it: to read, never to change. What happens to
 * it happens by a job in a decision of its own.
 *
 * @param visit where it waits
 */
public record Caller(ProcessDefinition definition, ProcessInstance instance, Trail trail, NodeInstance visit) {

    /** The call. */
    public Node node() {
        return definition.node(visit.nodeId());
    }

    public ReturnWays ways() {
        return new ReturnWays(definition, instance, trail);
    }
}
