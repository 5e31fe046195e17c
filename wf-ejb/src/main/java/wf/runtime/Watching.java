package wf.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wf.contract.InstanceState;
import wf.contract.ParticipantRole;
import wf.definition.Disclosure;
import wf.definition.Sourcing;
import wf.instance.NodeInstance;
import wf.instance.Onlookers;
import wf.instance.ProcessInstance;
import wf.instance.TokenEvent.NodeEntered;
import wf.instance.TokenEvent.NodeLeft;
import wf.instance.TokenEvent.ParticipantsFound;

/**
 * Finds readers and monitors by the sources of the model: those of the process when it begins, those of a node whenever a token has come
 * to it, those of what has ended at its end. It looks at the end of each decision, in one place, so that no operation need know of it.
 * A source that fails means nobody, and holds nobody up.
 */
final class Watching {

    private final Flow flow;
    private final ProcessInstance instance;
    private final Disclosure said;

    Watching(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
        this.said = flow.definition().disclosure();
    }

    /** @param wasClosed whether the instance had ended before this decision */
    void align(boolean wasClosed) {
        if (flow.isRefused() || !said.findsOnlookers() || instance.state() == null || instance.state() == InstanceState.DRAFT
                || instance.state() == InstanceState.DELETED) {
            return;
        }
        Stream.of(ParticipantRole.READER, ParticipantRole.MONITOR).filter(role -> !isFound(role, null))
                .forEach(role -> said.sourcesOf(role).ifPresent(sourcing -> seek(role, null, null, sourcing)));
        if (instance.isClosed() && !wasClosed) {
            said.sourcesOf(ParticipantRole.END_READER).ifPresent(sourcing -> seek(ParticipantRole.END_READER, null, null, sourcing));
        }
        said.nodeSources().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> ofNode(e.getKey(), e.getValue()));
    }

    private boolean isFound(ParticipantRole role, String nodeId) {
        return instance.onlookers().stream().anyMatch(o -> o.role() == role && Objects.equals(o.nodeId(), nodeId));
    }

    /** Of many tokens that one person has sent here at once, one is enough. A draft was there before it was handed in. */
    private void ofNode(String nodeId, Sourcing sourcing) {
        List<Standpoint> senders = new ArrayList<>();
        Stream<NodeInstance> come = flow.told().stream().filter(NodeEntered.class::isInstance).map(e -> ((NodeEntered) e).visit());
        for (NodeInstance visit : come.filter(v -> v.nodeId().equals(nodeId)).toList()) {
            Standpoint sender = new Standpoint(visit.sentBy(), visit.sentIn());
            if (!senders.contains(sender)) {
                senders.add(sender);
                seek(ParticipantRole.READER, nodeId, visit, sourcing);
            }
        }
        if (senders.isEmpty() && !isFound(ParticipantRole.READER, nodeId)) {
            Optional<NodeInstance> there = instance.nodeInstances().stream().filter(v -> v.nodeId().equals(nodeId)).findFirst();
            boolean left = flow.told().stream().anyMatch(e -> e instanceof NodeLeft gone && gone.nodeId().equals(nodeId));
            if (there.isPresent() || left) {
                seek(ParticipantRole.READER, nodeId, there.orElse(null), sourcing);
            }
        }
    }

    private void seek(ParticipantRole role, String nodeId, NodeInstance visit, Sourcing sourcing) {
        NodeInstance there = visit != null && instance.isActive(visit.id()) ? visit : null;
        Search.Outcome outcome = new Search(new VisitGround(flow, role, visit, new Variables(flow).at(there))).by(sourcing)
                .orElse(new Search.Outcome(Set.of(), List.of(), List.of(), null));
        flow.emit(new ParticipantsFound(visit == null ? 0 : visit.id(), nodeId, outcome.found(),
                outcome.chosen().stream().limit(Onlookers.MOST).toList(), outcome.turn(), role, outcome.candidates().stream().limit(Onlookers.MOST).toList()));
    }
}
