package wf.report;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import wf.access.Caller;
import wf.bpmn.Diagram;
import wf.command.Reading;
import wf.command.Visits;
import wf.contract.ErrorCode;
import wf.contract.NodeVisit;
import wf.definition.Node;
import wf.instance.TokenEvent.NodeLeft;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.store.DefinitionStore;
import wf.store.Journal;

/** The diagram of an instance: its model as it was drawn, coloured by what has come of each node. */
@Singleton
public class Diagrams {

    private final DefinitionStore definitions;
    private final Journal journal;
    private final Visits visits;

    @Inject
    public Diagrams(DefinitionStore definitions, Journal journal, Visits visits) {
        this.definitions = definitions;
        this.journal = journal;
        this.visits = visits;
    }

    String draw(Caller caller, Reading.Readable on) {
        Set<String> nodes = on.definition().process().nodes().stream().map(Node::id).collect(Collectors.toSet());
        Diagram diagram = Diagram.read(definitions.source(on.definition().row()), nodes);
        if (diagram.isEmpty()) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.NO_DIAGRAM", on.definition().row().name));
        }
        Map<String, NodeColour> colours = colours(visits.of(caller.tenant(), on.image().id()));
        return new DiagramSvg(diagram, colours, taken(caller.tenant(), on.image().id()), caller.locale()).draw(on.image().identity().title());
    }

    /** What goes on counts more than what is over, and the last visit more than those before. */
    private static Map<String, NodeColour> colours(List<NodeVisit> visits) {
        Map<String, NodeColour> colours = new HashMap<>();
        for (NodeVisit visit : visits) {
            NodeColour now = NodeColour.of(visit);
            colours.merge(visit.nodeId, now, (old, fresh) -> old.isOpen() && !fresh.isOpen() ? old : fresh);
        }
        return colours;
    }

    /** Ids of the flows along which tokens went. */
    private Set<String> taken(String tenant, long instanceId) {
        Set<String> taken = new HashSet<>();
        journal.read(tenant, instanceId).forEach(row -> journal.body(row).events().forEach(e -> {
            if (e instanceof NodeLeft left) {
                taken.addAll(left.flows());
            }
        }));
        return taken;
    }
}
