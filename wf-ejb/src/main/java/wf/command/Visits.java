package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wf.contract.NodeVisit;
import wf.definition.ProcessDefinition;
import wf.instance.Event;
import wf.instance.NodeInstance;
import wf.instance.TokenEvent.IncidentRaised;
import wf.instance.TokenEvent.IncidentResolved;
import wf.instance.TokenEvent.JoinReached;
import wf.instance.TokenEvent.Joined;
import wf.instance.TokenEvent.NodeCancelled;
import wf.instance.TokenEvent.NodeEntered;
import wf.instance.TokenEvent.NodeLeft;
import wf.store.Journal;
import wf.store.JournalBody;
import wf.store.Json;

/** The visits of nodes so far, read off the journal: for drawing the progress of an instance. */
@Singleton
public class Visits {

    private final Journal journal;
    private final Views views;

    @Inject
    public Visits(Journal journal, Views views) {
        this.journal = journal;
        this.views = views;
    }

    public List<NodeVisit> of(String tenant, long instanceId, ProcessDefinition definition) {
        List<Event> events = new ArrayList<>();
        journal.read(tenant, instanceId).forEach(r -> events.addAll(Json.read(r.body, JournalBody.class).events()));
        return of(events, definition);
    }

    /** The visits that these events tell of, in the order of their beginning. */
    public List<NodeVisit> of(List<Event> events, ProcessDefinition definition) {
        Map<Long, NodeVisit> visits = new LinkedHashMap<>();
        Map<Long, Long> incidents = new LinkedHashMap<>();
        for (Event event : events) {
            if (event instanceof NodeEntered e) {
                visits.put(e.visit().id(), begun(e.visit(), definition));
            } else if (event instanceof NodeLeft e) {
                end(visits.get(e.nodeInstanceId()), "DONE", e.at());
            } else if (event instanceof NodeCancelled e) {
                end(visits.get(e.nodeInstanceId()), e.how().name(), e.at());
            } else if (event instanceof JoinReached e) {
                visits.get(e.nodeInstanceId()).state = "WAITING";
            } else if (event instanceof Joined e) {
                e.taken().forEach(v -> end(visits.get(v), "DONE", e.at()));
            } else if (event instanceof IncidentRaised e) {
                incidents.put(e.incident().id(), e.incident().nodeInstanceId());
                visits.get(e.incident().nodeInstanceId()).state = "INCIDENT";
            } else if (event instanceof IncidentResolved e) {
                visits.get(incidents.get(e.incidentId())).state = e.state().name();
            }
        }
        return List.copyOf(visits.values());
    }

    private NodeVisit begun(NodeInstance instance, ProcessDefinition definition) {
        NodeVisit visit = new NodeVisit();
        visit.nodeInstanceId = instance.id();
        visit.nodeId = instance.nodeId();
        visit.nodeName = definition.node(instance.nodeId()).label();
        visit.branchId = instance.branchId();
        visit.state = "ACTIVE";
        visit.enteredAt = views.date(instance.enteredAt());
        return visit;
    }

    private void end(NodeVisit visit, String state, Instant at) {
        visit.state = state;
        visit.leftAt = views.date(at);
    }
}
