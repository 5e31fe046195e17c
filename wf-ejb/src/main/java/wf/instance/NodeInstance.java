package wf.instance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import wf.contract.WorkItemKind;
import wf.value.Value;

/**
 * A visit of a node by the token of a branch, for as long as the token stands there.
 *
 * @param viaFlow the flow by which the token came; null at a start or after a return
 * @param sender the visit of the human node from which the token was sent; null before the first one
 * @param sentBy the person who sent it from there; null before the first one
 * @param sentIn the department in which he acted, where he has said so; else null
 * @param round the signing round held here, or null
 * @param progress how far a repeated activity has come, at the visit that stands for all of its instances; or null
 * @param variables the visit's own variables, which live and end with it
 * @param consultations what those at work here asked others for, and still wait for
 * @param rework what is to be known because work was sent back, to this visit or from it; else null
 * @param delay what is to be known because work was handed in to go on later; else null
 */
public record NodeInstance(long id, String nodeId, long branchId, NodeInstanceState state, String viaFlow, Long sender, String sentBy,
        String sentIn, Instant enteredAt, SigningRound round, LoopProgress progress, Map<String, Value> variables, List<Consultation> consultations,
        Rework rework, Delay delay) {

    public NodeInstance {
        variables = variables == null || variables.isEmpty() ? Map.of() : Collections.unmodifiableMap(variables);
        consultations = consultations == null ? List.of() : List.copyOf(consultations);
    }

    public static NodeInstance entered(long id, String nodeId, long branchId, String viaFlow, Long sender, String sentBy, String sentIn, Instant at) {
        return new NodeInstance(id, nodeId, branchId, NodeInstanceState.ACTIVE, viaFlow, sender, sentBy, sentIn, at, null, null, Map.of(), List.of(), null, null);
    }

    NodeInstance in(NodeInstanceState newState) {
        return standing(nodeId, branchId, Lifecycle.NODE_INSTANCE.next(state, newState), viaFlow);
    }

    NodeInstance on(long newBranchId) {
        return standing(nodeId, newBranchId, Lifecycle.NODE_INSTANCE.next(state, NodeInstanceState.ACTIVE), viaFlow);
    }

    NodeInstance renamed(Renaming names) {
        return standing(names.node(nodeId), branchId, state, names.flow(viaFlow)).with(delay == null ? null : delay.renamed(names));
    }

    private NodeInstance standing(String newNodeId, long newBranchId, NodeInstanceState newState, String newFlow) {
        return new NodeInstance(id, newNodeId, newBranchId, newState, newFlow, sender, sentBy, sentIn, enteredAt, round, progress, variables,
                consultations, rework, delay);
    }

    NodeInstance with(SigningRound newRound) {
        return holding(newRound, progress, variables, consultations, rework, delay);
    }

    NodeInstance with(LoopProgress newProgress) {
        return holding(round, newProgress, variables, consultations, rework, delay);
    }

    NodeInstance with(List<Consultation> newConsultations) {
        return holding(round, progress, variables, newConsultations, rework, delay);
    }

    NodeInstance with(Rework newRework) {
        return holding(round, progress, variables, consultations, newRework, delay);
    }

    NodeInstance with(Delay newDelay) {
        return holding(round, progress, variables, consultations, rework, newDelay);
    }

    NodeInstance with(String name, Value value) {
        Map<String, Value> changed = new LinkedHashMap<>(variables);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return holding(round, progress, changed, consultations, rework, delay);
    }

    private NodeInstance holding(SigningRound newRound, LoopProgress newProgress, Map<String, Value> newVariables,
            List<Consultation> newConsultations, Rework newRework, Delay newDelay) {
        return new NodeInstance(id, nodeId, branchId, state, viaFlow, sender, sentBy, sentIn, enteredAt, newRound, newProgress, newVariables,
                newConsultations, newRework, newDelay);
    }

    // ---- those who are asked ----

    /** The consultation for which such an item was made; empty for what the model asks for. */
    public Optional<Consultation> consultation(Long askedBy, WorkItemKind kind) {
        return askedBy == null ? Optional.empty()
                : consultations.stream().filter(c -> c.id() == askedBy && c.kind().asksFor() == kind).findFirst();
    }

    /** The round in which the item has a vote: one that somebody opened, else that of the model; null without any. */
    public SigningRound roundOf(WorkItem item) {
        return consultation(item.askedBy(), item.kind()).map(Consultation::round).orElse(round);
    }

    /** By what the events of that round call it: the consultation that opened it, or null for that of the model. */
    public Long roundIdOf(WorkItem item) {
        return roundIdOf(item.askedBy(), item.kind());
    }

    /** As the other one, for an item that may be closed already. */
    public Long roundIdOf(Long askedBy, WorkItemKind kind) {
        return consultation(askedBy, kind).filter(c -> c.round() != null).map(Consultation::id).orElse(null);
    }

    /** Whether a vote that was cast was one in that round; null: in that of the model, among whose voters signers have added more. */
    public boolean isVoteIn(Long round, Long askedBy, WorkItemKind kind) {
        return round != null ? round.equals(roundIdOf(askedBy, kind))
                : askedBy == null || consultation(askedBy, kind).filter(c -> c.round() == null).isPresent();
    }

    public SigningRound roundCalled(Long consultationId) {
        return consultationId == null ? round : consultationWithRound(consultationId).map(Consultation::round).orElse(null);
    }

    public Optional<Consultation> consultationWithRound(long consultationId) {
        return consultations.stream().filter(c -> c.id() == consultationId && c.round() != null).findFirst();
    }

    /** What the holder of this item waits for or has set off. */
    public List<Consultation> askedFrom(long hostId) {
        return consultations.stream().filter(c -> c.hostId() == hostId).toList();
    }

    NodeInstance with(Consultation asked) {
        List<Consultation> all = new ArrayList<>(without(asked.id(), asked.kind()).consultations);
        all.add(asked);
        return with(all);
    }

    /** Assistants are asked in one way at a time. */
    NodeInstance without(long consultationId, Consultation.Kind kind) {
        return with(consultations.stream().filter(c -> c.id() != consultationId || c.kind().asksFor() != kind.asksFor()).toList());
    }

    NodeInstance handedOver(long fromItem, long toItem, String person) {
        return with(consultations.stream().map(c -> c.hostId() == fromItem ? c.of(toItem, person) : c).toList());
    }

    /** The round of a consultation, or of the model, as it is after something happened in it. */
    NodeInstance with(Long consultationId, UnaryOperator<SigningRound> change) {
        if (consultationId == null) {
            return with(change.apply(round));
        }
        return with(consultations.stream().map(c -> c.id() == consultationId && c.round() != null ? c.with(change.apply(c.round())) : c).toList());
    }
}
