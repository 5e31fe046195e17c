package wf.instance;

import java.util.Map;

/**
 * What nodes and flows are called in the version that an instance goes on against (D8).
 *
 * @param nodes for each node id that changes the new one
 * @param flows the same of sequence flows
 */
public record Renaming(Map<String, String> nodes, Map<String, String> flows) {

    public Renaming {
        nodes = nodes == null ? Map.of() : Map.copyOf(nodes);
        flows = flows == null ? Map.of() : Map.copyOf(flows);
    }

    public String node(String id) {
        return nodes.getOrDefault(id, id);
    }

    public String flow(String id) {
        return id == null ? null : flows.getOrDefault(id, id);
    }
}
