package wf.operation;

import java.util.Map;
import java.util.Optional;
import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.instance.Incident;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.instance.WorkItem;
import wf.runtime.Facts;
import wf.runtime.Trail;
import wf.value.Value;

/**
 * What an operation is about.
 *
 * @param item the work item, or null for operations on the instance
 * @param incident the incident, or null
 * @param trail finished visits, for operations that look back; else empty
 * @param done the closed item, for operations that undo its closing; else null
 * @param past what was, for operations that bring it back
 * @param input variables sent with the operation, and those saved with the item before; empty clears one
 */
public record Subject(ProcessDefinition definition, ProcessInstance instance, WorkItem item, Incident incident,
        Trail trail, Past past, Map<String, Optional<Value>> input, Facts facts, DoneItem done) {

    /** What no closed item is about. */
    public Subject(ProcessDefinition definition, ProcessInstance instance, WorkItem item, Incident incident,
            Trail trail, Past past, Map<String, Optional<Value>> input, Facts facts) {
        this(definition, instance, item, incident, trail, past, input, facts, null);
    }

    /** The visit to which the item or incident belongs. */
    public NodeInstance visit() {
        return instance.nodeInstance(item != null ? item.nodeInstanceId() : incident.nodeInstanceId());
    }

    public Node node() {
        return definition.node(visit().nodeId());
    }
}
