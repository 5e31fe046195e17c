package wf.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.contract.ParticipantRole;
import wf.definition.Sourcing;
import wf.instance.NodeInstance;
import wf.instance.TokenEvent.ParticipantsFound;
import wf.value.Value;

/** Finds the handlers of a visit by its sources (§6.5), and tells the journal whom each of them meant. */
public final class Sources {

    private final Flow flow;
    private final NodeInstance visit;
    private final Map<String, Value> seen;

    /** @param seen the variables that the sources see */
    public Sources(Flow flow, NodeInstance visit, Map<String, Value> seen) {
        this.flow = flow;
        this.visit = visit;
        this.seen = seen;
    }

    /** Candidates, none where nobody is found; empty when a source failed, which has been told. */
    public Optional<Set<String>> candidates(Sourcing sourcing) {
        return new Search(new VisitGround(flow, ParticipantRole.HANDLER, visit, seen)).by(sourcing).map(outcome -> {
            flow.emit(ParticipantsFound.handlers(visit, outcome.found(), outcome.chosen(), outcome.turn()));
            return outcome.candidates();
        });
    }
}
