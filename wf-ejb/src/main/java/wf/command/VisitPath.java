package wf.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wf.contract.NodeVisit;
import wf.definition.ProcessDefinition;
import wf.instance.Event;
import wf.instance.InstanceEvent.DefinitionMigrated;
import wf.instance.NodeInstance;
import wf.instance.Renaming;
import wf.instance.TokenEvent.IncidentRaised;
import wf.instance.TokenEvent.IncidentResolved;
import wf.instance.TokenEvent.JoinReached;
import wf.instance.TokenEvent.Joined;
import wf.instance.TokenEvent.NodeCancelled;
import wf.instance.TokenEvent.NodeEntered;
import wf.instance.TokenEvent.NodeLeft;

/**
 * The visits that an instance's events tell of, in the order of their beginning. A visit that is over keeps the name that
 * its node had then; one that goes on has the name of the version against which it does.
 */
public final class VisitPath {

    private final Views views;
    private final Map<Long, NodeVisit> visits = new LinkedHashMap<>();
    private final Map<Long, Long> incidents = new LinkedHashMap<>();

    public VisitPath(Views views) {
        this.views = views;
    }

    public List<NodeVisit> visits() {
        return List.copyOf(visits.values());
    }

    /** @param definition the version against which the instance ran after these events */
    public void add(List<Event> events, ProcessDefinition definition) {
        events.forEach(e -> add(e, definition));
    }

    private void add(Event event, ProcessDefinition definition) {
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
        } else if (event instanceof DefinitionMigrated e) {
            visits.values().stream().filter(v -> v.leftAt == null).forEach(v -> rename(v, e.names(), definition));
        }
    }

    private NodeVisit begun(NodeInstance instance, ProcessDefinition definition) {
        NodeVisit visit = new NodeVisit();
        visit.nodeInstanceId = instance.id();
        visit.nodeId = instance.nodeId();
        visit.nodeName = definition.label(instance.nodeId());
        visit.branchId = instance.branchId();
        visit.state = "ACTIVE";
        visit.enteredAt = views.date(instance.enteredAt());
        return visit;
    }

    private void rename(NodeVisit visit, Renaming names, ProcessDefinition definition) {
        visit.nodeId = names.node(visit.nodeId);
        visit.nodeName = definition.label(visit.nodeId);
    }

    private void end(NodeVisit visit, String state, Instant at) {
        visit.state = state;
        visit.leftAt = views.date(at);
    }
}
