package wf.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.definition.Loop.MultiInstance;
import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.definition.SequenceFlow;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.instance.Renaming;

/**
 * Two versions of a definition and which node of the one is which of the other (D8): by the mapping, else by its id.
 *
 * @param nodes ids that change
 */
record VersionChange(ProcessDefinition from, ProcessDefinition to, Map<String, String> nodes) {

    VersionChange {
        nodes = Map.copyOf(nodes);
    }

    /** What the mapping names and the versions do not have. */
    List<Rejection> unknown() {
        List<Rejection> unknown = new ArrayList<>();
        nodes.keySet().stream().sorted().filter(id -> !from.has(id))
                .forEach(id -> unknown.add(Rejection.of(ErrorCode.INVALID_INPUT, "MIGRATE_FROM_UNKNOWN", id)));
        nodes.values().stream().sorted().distinct().filter(id -> !to.has(id))
                .forEach(id -> unknown.add(Rejection.of(ErrorCode.INVALID_INPUT, "MIGRATE_TO_UNKNOWN", id)));
        return unknown;
    }

    /** What the node is called in the new version, whether it is there or not; the process itself stays null. */
    String id(String before) {
        return before == null ? null : nodes.getOrDefault(before, before);
    }

    /** The node in the new version. */
    Optional<Node> after(String before) {
        return Optional.of(id(before)).filter(to::has).map(to::node);
    }

    boolean isSameScope(Node before, Node after) {
        return Objects.equals(id(before.scope()), after.scope());
    }

    /** In which manner the activity is done once or more: what is under way in the one cannot go on in the other. */
    static String manner(Node node) {
        if (node.settings().repeatsItself()) {
            return "ROUND";
        } else if (node.activity().loop() instanceof MultiInstance multi) {
            return multi.sequential() ? "SEQUENTIAL" : "PARALLEL";
        }
        return node.activity().isLooped() ? "LOOP" : "ONCE";
    }

    /** The flow by which a token came to the node, in the new version: the one of that id, else the only one from its source. */
    Optional<String> flow(String nodeId, String flowId) {
        List<SequenceFlow> incoming = after(nodeId).map(Node::incoming).orElse(List.of());
        if (incoming.stream().anyMatch(f -> f.id().equals(flowId))) {
            return Optional.of(flowId);
        }
        Optional<String> source = from.node(nodeId).incoming().stream().filter(f -> f.id().equals(flowId)).map(f -> id(f.source())).findFirst();
        List<String> same = incoming.stream().filter(f -> source.filter(f.source()::equals).isPresent()).map(SequenceFlow::id).toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    /** What changes its name in this instance. */
    Renaming renaming(ProcessInstance instance) {
        Map<String, String> flows = new LinkedHashMap<>();
        instance.nodeInstances().stream().filter(v -> v.viaFlow() != null)
                .forEach(v -> rename(flows, v.nodeId(), v.viaFlow()));
        instance.cycles().stream().filter(c -> from.has(c.nodeId()))
                .forEach(c -> c.flows().forEach(f -> rename(flows, c.nodeId(), f)));
        return new Renaming(nodes, flows);
    }

    private void rename(Map<String, String> flows, String nodeId, String flowId) {
        flow(nodeId, flowId).filter(f -> !f.equals(flowId)).ifPresent(f -> flows.put(flowId, f));
    }

    /** Whether the token waits for others before this node begins, in vain or not. */
    static boolean isWaiting(NodeInstance visit, ProcessInstance instance) {
        return switch (visit.state()) {
            case WAITING -> true;
            case INCIDENT -> instance.incidentsOf(visit.id()).stream().anyMatch(i -> i.code().equals("STUCK_JOIN"));
            default -> false;
        };
    }

    /** Whether the node only joins and splits, so that a token that waits there came to a join. */
    static boolean isGateway(Node node) {
        return node.type().endsWith("Gateway");
    }
}
