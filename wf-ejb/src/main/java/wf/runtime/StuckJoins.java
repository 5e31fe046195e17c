package wf.runtime;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import wf.definition.Node;
import wf.definition.SequenceFlow;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;
import wf.runtime.InclusiveJoins.Place;

/**
 * Tokens that wait for others which can never come (§0.4a): once no live token can reach what is missing, that is an
 * incident at the one that has waited longest.
 */
final class StuckJoins {

    static final String CODE = "STUCK_JOIN";

    private final Flow flow;
    private final ProcessInstance instance;
    private final BranchTree tree;

    StuckJoins(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
        this.tree = new BranchTree(instance);
    }

    /**
     * Looks at all that wait in vain: where an operation took what was missing, one goes on with what there is; else each
     * becomes an incident.
     *
     * @return whether one goes on
     */
    boolean settleOrRaise() {
        Map<Place, NodeInstance> stuck = stuck();
        if (new SettledJoins(flow).goOn(stuck)) {
            return true;
        }
        stuck.forEach((place, visit) -> flow.raise(visit, CODE,
                String.join(", ", missing(flow.definition().node(place.nodeId()), place.scopeId()))));
        return false;
    }

    private Map<Place, NodeInstance> stuck() {
        Map<Place, NodeInstance> waiting = waiting();
        if (!waiting.isEmpty()) {
            hopeful(waiting.keySet()).forEach(waiting::remove);
        }
        return waiting;
    }

    /** Where tokens wait without an incident, with the oldest of them. */
    private Map<Place, NodeInstance> waiting() {
        Map<Place, NodeInstance> waiting = new LinkedHashMap<>();
        for (NodeInstance visit : instance.waitingVisits()) {
            if (!waitsForItsSection(visit)) {
                waiting.putIfAbsent(new Place(tree.scopeOf(visit), visit.nodeId()), visit);
            }
        }
        instance.incidents().forEach(i -> waiting.remove(new Place(tree.scopeOf(instance.nodeInstance(i.nodeInstanceId())), i.nodeId())));
        return waiting;
    }

    private boolean waitsForItsSection(NodeInstance visit) {
        Node node = flow.nodeOf(visit);
        return node.activity().mutex() != null && (new Quantities(flow).isEnough(node, visit) || !new CriticalSections(flow).isFree(visit));
    }

    /**
     * Places that can still be filled by a live token, where a token that waits elsewhere lives as long as its own place
     * can be filled, and one that waits for its critical section lives. It starts from none and grows, so that places which
     * only wait for one another are not taken for alive.
     */
    private Set<Place> hopeful(Set<Place> waiting) {
        Set<Place> sources = new HashSet<>();
        instance.nodeInstances().stream().filter(v -> v.state() != NodeInstanceState.WAITING || waitsForItsSection(v))
                .forEach(v -> sources.add(new Place(tree.scopeOf(v), v.nodeId())));
        Set<Place> hopeful = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Place place : waiting) {
                if (!hopeful.contains(place) && canBeFilled(place, sources)) {
                    grew = hopeful.add(place) & sources.add(place);
                }
            }
        }
        return hopeful;
    }

    private boolean canBeFilled(Place place, Set<Place> sources) {
        Node node = flow.definition().node(place.nodeId());
        Set<String> missing = new HashSet<>();
        node.incoming().forEach(f -> missing.add(f.id()));
        if (!node.settings().joinsEveryFlow()) {
            return sources.stream().anyMatch(s -> reached(node, place, s).stream().anyMatch(missing::contains));
        }
        if (new Supplements(flow).mayStillCome(node, place.scopeId(), t -> sources.contains(new Place(tree.scopeOf(t), t.nodeId())))) {
            return true;
        }
        missing.removeAll(new Joins(flow).firstPerFlow(node, place.scopeId()).keySet());
        if (instance.isSettled(place.scopeId(), place.nodeId())) {
            // Slots that an operation left empty count as satisfied; for the others it waits as long as one can be filled.
            return sources.stream().anyMatch(s -> reached(node, place, s).stream().anyMatch(missing::contains));
        }
        for (Place source : sources) {
            missing.removeAll(reached(node, place, source));
            if (missing.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Set<String> reached(Node node, Place place, Place source) {
        return Objects.equals(place.scopeId(), source.scopeId())
                ? flow.definition().approaches(node, source.nodeId()) : Set.of();
    }

    private List<String> missing(Node node, Long scopeId) {
        Set<String> here = new Joins(flow).firstPerFlow(node, scopeId).keySet();
        return node.incoming().stream().filter(f -> !here.contains(f.id())).map(SequenceFlow::source).toList();
    }
}
