package wf.runtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import wf.definition.Node;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;

/**
 * Joins that wait only for what can still come (BPMN 2.0.2 clause 13.4.3): an inclusive gateway fires when no token that
 * stands elsewhere in its scope can reach one of its empty flows, unless that token can just as well reach one that
 * already has its token, as after a loop back. It is looked at when all other tokens rest.
 */
final class InclusiveJoins {

    private final Flow flow;
    private final BranchTree tree;

    InclusiveJoins(Flow flow) {
        this.flow = flow;
        this.tree = new BranchTree(flow.instance());
    }

    /** A place where tokens wait. */
    record Place(Long scopeId, String nodeId) { }

    /** Fires the first join that may; false when none does. */
    boolean fireOne() {
        for (Place place : places()) {
            Node node = flow.definition().node(place.nodeId());
            if (!mayStillCome(node, place.scopeId()) && !new Supplements(flow).mayStillCome(node, place.scopeId())) {
                new Joins(flow).fire(new Supplements(flow).with(new Joins(flow).firstPerFlow(node, place.scopeId()).values(), node, place.scopeId()));
                return true;
            }
        }
        return false;
    }

    private Set<Place> places() {
        Set<Place> places = new LinkedHashSet<>();
        for (NodeInstance visit : flow.instance().waitingVisits()) {
            if (flow.nodeOf(visit).settings().joinsWhatCanCome()) {
                places.add(new Place(tree.scopeOf(visit), visit.nodeId()));
            }
        }
        return places;
    }

    /** Whether a token elsewhere can come to an incoming flow that has none yet. */
    boolean mayStillCome(Node node, Long scopeId) {
        Set<String> here = new Joins(flow).firstPerFlow(node, scopeId).keySet();
        return here.size() < node.incoming().size() && others(node, scopeId).stream()
                .map(v -> flow.definition().approaches(node, v.nodeId()))
                .anyMatch(reached -> !here.containsAll(reached) && reached.stream().noneMatch(here::contains));
    }

    private List<NodeInstance> others(Node node, Long scopeId) {
        return flow.instance().nodeInstances().stream()
                .filter(v -> !v.nodeId().equals(node.id()) && Objects.equals(tree.scopeOf(v), scopeId)).toList();
    }
}
