package wf.instance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import wf.value.Value;

/**
 * An activity that is done and can be undone: remembered until its scope ends (BPMN 2.0.2 clause 13.5.5).
 *
 * @param nodeInstanceId the finished visit
 * @param scopeId the visit inside which it ran; null in the process itself
 * @param variables the visit's own variables as they were at its end
 */
public record Compensable(long nodeInstanceId, String nodeId, Long scopeId, Map<String, Value> variables) {

    public Compensable {
        variables = variables == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    Compensable at(String newNodeId) {
        return new Compensable(nodeInstanceId, newNodeId, scopeId, variables);
    }
}
