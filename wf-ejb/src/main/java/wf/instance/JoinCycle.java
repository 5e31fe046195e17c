package wf.instance;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * A complex gateway that has fired and waits to be reset (BPMN 2.0.2 clause 13.4.5).
 *
 * @param scopeId the visit inside which it stands; null in the process itself
 * @param flows incoming flows whose token it has had in this cycle
 */
public record JoinCycle(Long scopeId, String nodeId, Set<String> flows) {

    public JoinCycle {
        flows = Set.copyOf(flows);
    }

    JoinCycle renamed(Renaming names) {
        return new JoinCycle(scopeId, names.node(nodeId), flows.stream().map(names::flow).collect(Collectors.toSet()));
    }
}
