package wf.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import wf.contract.WorkItemState;
import wf.definition.ProcessDefinition;
import wf.instance.Branch;
import wf.instance.Event;
import wf.instance.InstanceEvent.DefinitionMigrated;
import wf.instance.NodeInstance;
import wf.instance.Renaming;
import wf.instance.DecidedRound;
import wf.instance.TokenEvent.BranchOpened;
import wf.instance.TokenEvent.DelayedWorkTakenBack;
import wf.instance.TokenEvent.NodeEntered;
import wf.instance.TokenEvent.NodeLeft;
import wf.instance.TokenEvent.Returned;
import wf.instance.TokenEvent.RoundDecided;
import wf.instance.TokenEvent.VoteTakenBack;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.instance.WorkItemEvent.WorkItemCreated;
import wf.runtime.Trail;
import wf.runtime.TrailEntry;
import wf.runtime.TrailEntry.Place;
import wf.runtime.Voters.Voter;

/** The trail read off the whole past: what the store keeps up step by step, computed in one go for comparison. */
final class PastTrail {

    private final Map<Long, Branch> branches = new HashMap<>();
    private final Map<Long, NodeInstance> visits = new HashMap<>();
    private final Map<Long, WorkItem> items = new HashMap<>();
    private final Map<Long, Map<Long, String>> handlers = new HashMap<>();
    private final Map<Long, String> departments = new HashMap<>();
    private final Map<Long, DecidedRound> rounds = new HashMap<>();
    private final Set<Long> undone = new HashSet<>();
    private final List<TrailEntry> entries = new ArrayList<>();
    private final Iterator<ProcessDefinition> versions;
    private ProcessDefinition definition;

    private PastTrail(List<ProcessDefinition> versions) {
        this.versions = versions.iterator();
        this.definition = this.versions.next();
    }

    /** @param versions against which the instance has run, one after another */
    static Trail of(List<Event> past, List<ProcessDefinition> versions) {
        PastTrail trail = new PastTrail(versions);
        past.forEach(trail::note);
        return new Trail(trail.entries.stream().filter(e -> !trail.undone.contains(e.nodeInstanceId())).toList());
    }

    /** Whether the person handled an item, or had one that he gave to another. */
    static boolean hasHandled(List<Event> past, String person) {
        Map<Long, String> owners = new HashMap<>();
        boolean handled = false;
        for (Event event : past) {
            if (event instanceof WorkItemCreated e) {
                owners.put(e.item().id(), e.item().owner());
            } else if (event instanceof WorkItemClosed e) {
                handled |= person.equals(e.handledBy()) || e.state() == WorkItemState.TRANSFERRED && person.equals(owners.get(e.workItemId()));
            }
        }
        return handled;
    }

    static List<Voter> voters(List<Event> past, long visitId) {
        Map<Long, WorkItem> items = new HashMap<>();
        Map<Long, Voter> voters = new LinkedHashMap<>();
        Map<Long, Long> visits = new HashMap<>();
        past.forEach(event -> {
            if (event instanceof WorkItemCreated e) {
                items.put(e.item().id(), e.item());
            } else if (event instanceof WorkItemClosed e && e.vote() != null) {
                WorkItem item = items.get(e.workItemId());
                voters.put(item.id(), new Voter(item.id(), item.owner(), item.kind(), item.askedBy(), e.vote(), e.department()));
                visits.put(item.id(), item.nodeInstanceId());
            } else if (event instanceof VoteTakenBack e) {
                voters.remove(e.workItemId());
                visits.replaceAll((item, visit) -> visit.equals(e.before()) && items.get(item).askedBy() == null ? Long.valueOf(e.nodeInstanceId()) : visit);
            }
        });
        return voters.values().stream().filter(v -> visits.get(v.item()) == visitId).toList();
    }

    private void note(Event event) {
        if (event instanceof BranchOpened e) {
            branches.put(e.branch().id(), e.branch());
        } else if (event instanceof NodeEntered e) {
            visits.put(e.visit().id(), e.visit());
        } else if (event instanceof WorkItemCreated e) {
            items.put(e.item().id(), e.item());
        } else if (event instanceof WorkItemClosed e && e.handledBy() != null && e.state() != WorkItemState.RETURNED && items.get(e.workItemId()).askedBy() == null) {
            departments.put(e.workItemId(), e.department());
            departments.values().removeIf(Objects::isNull);
            handlers.computeIfAbsent(items.get(e.workItemId()).nodeInstanceId(), k -> new LinkedHashMap<>()).put(e.workItemId(), e.handledBy());
        } else if (event instanceof RoundDecided e) {
            rounds.put(e.nodeInstanceId(), new DecidedRound(e.lastVote(), e.round()));
        } else if (event instanceof VoteTakenBack e) {
            takeBack(e);
        } else if (event instanceof DelayedWorkTakenBack e) {
            handlers.getOrDefault(e.nodeInstanceId(), new HashMap<>()).remove(e.workItemId());
        } else if (event instanceof Returned e) {
            undone.addAll(e.undone());
        } else if (event instanceof DefinitionMigrated e) {
            rename(e.names());
        } else if (event instanceof NodeLeft e && definition.leavesTrail(e.nodeId())) {
            NodeInstance visit = visits.get(e.nodeInstanceId());
            entries.add(new TrailEntry(visit.id(), e.nodeId(), lineage(visit.branchId()),
                    List.copyOf(handlers.getOrDefault(visit.id(), Map.of()).values()), departments(visit), visit.sender(), e.at(), rounds.get(visit.id())));
        }
    }

    private Map<String, String> departments(NodeInstance visit) {
        Map<String, String> said = new HashMap<>();
        handlers.getOrDefault(visit.id(), Map.of()).forEach((item, person) -> {
            if (departments.containsKey(item)) {
                said.put(person, departments.get(item));
            }
        });
        return said;
    }

    /** The others' votes go on with their round. */
    private void takeBack(VoteTakenBack event) {
        long castAt = event.before() == null ? event.nodeInstanceId() : event.before();
        Map<Long, String> votes = handlers.computeIfAbsent(castAt, k -> new LinkedHashMap<>());
        votes.remove(event.workItemId());
        if (event.before() != null) {
            handlers.put(event.nodeInstanceId(), handlers.remove(castAt));
        }
    }

    /** What can be returned to has the ids of the version against which the instance goes on. */
    private void rename(Renaming names) {
        definition = versions.next();
        entries.replaceAll(e -> new TrailEntry(e.nodeInstanceId(), names.node(e.nodeId()), e.lineage(), e.handlers(), e.departments(), e.sender(), e.handledAt(), e.round()));
    }

    private List<Place> lineage(long branchId) {
        List<Place> up = new ArrayList<>();
        for (Long at = branchId; at != null; at = branches.get(at).parentId()) {
            up.add(new Place(at, branches.get(at).splitNodeInstanceId()));
        }
        return up;
    }
}
