package wf.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import wf.contract.WorkItemState;
import wf.definition.ProcessDefinition;
import wf.instance.Branch;
import wf.instance.Event;
import wf.instance.InstanceEvent.DefinitionMigrated;
import wf.instance.InstanceEvent.InstanceDeleted;
import wf.instance.InstanceEvent.InstanceRestored;
import wf.instance.InstanceEvent.InstanceResumed;
import wf.instance.InstanceEvent.InstanceSuspended;
import wf.instance.NodeInstance;
import wf.instance.Pause;
import wf.instance.ProcessInstance;
import wf.instance.Renaming;
import wf.instance.DecidedRound;
import wf.instance.TokenEvent.BranchOpened;
import wf.instance.TokenEvent.DelayedWorkTakenBack;
import wf.instance.TokenEvent.IncidentRaised;
import wf.instance.TokenEvent.IncidentResolved;
import wf.instance.TokenEvent.NodeEntered;
import wf.instance.TokenEvent.NodeLeft;
import wf.instance.TokenEvent.ParticipantsFound;
import wf.instance.TokenEvent.Returned;
import wf.instance.TokenEvent.RoundDecided;
import wf.instance.TokenEvent.VoteTakenBack;
import wf.instance.TokenEvent.WorkDelayed;
import wf.instance.WaitEvent.DeadlineSet;
import wf.instance.WaitEvent.WorkItemUrged;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemClaimed;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.instance.WorkItemEvent.WorkItemCreated;
import wf.instance.WorkItemEvent.WorkItemResumed;
import wf.instance.WorkItemEvent.WorkItemSuspended;
import wf.instance.WorkItemEvent.WorkItemHeld;
import wf.instance.WorkItemEvent.WorkItemReleased;
import wf.instance.WorkItemEvent.WorkItemUnclaimed;
import wf.operation.Identities;
import wf.runtime.Member;

/**
 * Writes what the events of one operation mean for lists: items, candidates, trail and incidents. Rows that the same
 * operation opens and closes never reach the open table.
 */
final class Projection {

    private static final int LONGEST_DETAIL = 1_000;
    private final EntityManager em;
    private final Writes writes;
    private final String tenant;
    private final ProcessInstance before;
    private final WorkItemRow seen;
    private final ProcessInstance after;
    private final ProcessDefinition definition;
    private final long version;
    private final Map<Long, WorkItemRow> created = new HashMap<>();
    private final Map<Long, Branch> branches = new HashMap<>();
    private final Map<Long, NodeInstance> visits = new HashMap<>();
    private final Map<Long, DecidedRound> rounds = new HashMap<>();
    private final Map<Long, IncidentRow> raised = new HashMap<>();
    private final List<WorkItemClosed> closed = new ArrayList<>();
    private final List<TrailRow> trail = new ArrayList<>();
    private final Map<String, String> turns = new LinkedHashMap<>();
    private final Map<Long, WorkDelayed> delayed = new LinkedHashMap<>();
    private boolean paused;

    Projection(EntityManager em, Writes writes, String tenant, ProcessInstance before, ProcessInstance after, WorkItemRow seen,
            ProcessDefinition definition) {
        this.em = em;
        this.writes = writes;
        this.tenant = tenant;
        this.before = before;
        this.seen = seen;
        this.definition = definition;
        this.after = after;
        this.version = after.version();
        before.branches().forEach(b -> branches.put(b.id(), b));
        before.nodeInstances().forEach(v -> visits.put(v.id(), v));
    }

    void write(List<Event> events) {
        events.forEach(this::note);
        closeStored();
        if (paused) {
            pauseStored();
        }
        delayed.values().forEach(this::delay);
        dueAnew(events);
        trail.forEach(writes::insert);
        created.values().forEach(writes::insert);
        created.values().stream().filter(Projection::isOffered)
                .forEach(r -> offer(r.id, InstanceStore.candidates(r.candidates), r.createdAt));
        raised.values().forEach(writes::insert);
        turns.forEach(this::turn);
    }

    private void note(Event event) {
        if (event instanceof WorkItemCreated e) {
            created.put(e.item().id(), row(e.item()));
        } else if (event instanceof WorkItemClosed e) {
            close(e);
        } else if (event instanceof WorkItemClaimed e) {
            reassign(e.workItemId(), WorkItemState.READY, e.by());
        } else if (event instanceof WorkItemUnclaimed e) {
            reassign(e.workItemId(), WorkItemState.OFFERED, null);
        } else if (event instanceof WorkItemSuspended || event instanceof WorkItemResumed || event instanceof InstanceSuspended
                || event instanceof InstanceResumed) {
            paused = true;
        } else if (event instanceof WorkItemHeld e) {
            stand(e.workItemId(), WorkItemState.WAITING);
        } else if (event instanceof WorkItemReleased e) {
            stand(e.workItemId(), WorkItemState.READY);
        } else if (event instanceof WorkItemUrged e) {
            urge(e);
        } else if (event instanceof BranchOpened e) {
            branches.put(e.branch().id(), e.branch());
        } else if (event instanceof NodeEntered e) {
            visits.put(e.visit().id(), e.visit());
        } else if (event instanceof NodeLeft e && definition.leavesTrail(e.nodeId())) {
            trail.add(trail(visits.get(e.nodeInstanceId()), e.nodeId()));
        } else if (event instanceof RoundDecided e) {
            rounds.put(e.nodeInstanceId(), new DecidedRound(e.lastVote(), e.round()));
        } else if (event instanceof VoteTakenBack e) {
            takeBack(e);
        } else if (event instanceof WorkDelayed e) {
            delayed.put(e.nodeInstanceId(), e);
        } else if (event instanceof DelayedWorkTakenBack e) {
            takeBack(e.workItemId());
        } else if (event instanceof ParticipantsFound e && e.turn() != null) {
            turns.put(e.place(), e.turn());
        } else if (event instanceof Returned e) {
            undo(e.undone());
        } else if (event instanceof DefinitionMigrated e) {
            rename(e.names());
            migrate(e.definitionId());
        } else if (event instanceof InstanceDeleted) {
            hide();
        } else if (event instanceof InstanceRestored) {
            show();
        } else {
            noteIncident(event);
        }
    }

    // ---- items ----

    private WorkItemRow row(WorkItem item) {
        WorkItemRow row = new WorkItemRow();
        row.tenant = tenant;
        row.id = item.id();
        row.instanceId = before.id();
        row.nodeInstanceId = item.nodeInstanceId();
        row.branchId = item.branchId();
        row.nodeId = item.nodeId();
        row.kind = item.kind().name();
        row.state = item.state().name();
        row.owner = item.owner();
        row.candidates = item.wasOffered() ? String.join(",", item.candidates()) : null;
        row.createdAt = item.createdAt();
        row.due(item.terms().dueAt());
        row.followUpAt = item.terms().followUpAt();
        row.priority = item.terms().priority();
        row.urgency = row.priority == null ? 0 : row.priority;
        row.formKey = item.terms().formKey();
        row.askedBy = item.askedBy();
        row.definitionId = after.identity().definitionId();
        row.title = after.identity().title();
        row.businessKey = after.identity().businessKey();
        row.starter = after.starter();
        row.sentBy = sentBy(item);
        if (item.pause() != null) {
            pause(row, item);
        }
        return row;
    }

    /** As {@link wf.operation.Identities} tells it of an item that is open. */
    private String sentBy(WorkItem item) {
        return after.isActive(item.nodeInstanceId()) ? Identities.sender(item, after.nodeInstance(item.nodeInstanceId())) : null;
    }

    /** Items stand still or go on; an item that its holder has opened is an opened one again. */
    private void pauseStored() {
        for (WorkItemRow row : rowsOfInstance()) {
            after.findItem(row.id).filter(i -> i.isSuspended() || row.state.equals(WorkItemState.SUSPENDED.name())).ifPresent(i -> {
                boolean offered = isOffered(row);
                pause(row, i);
                if (offered && !isOffered(row)) {
                    withdrawOffer(row.id);
                } else if (!offered && isOffered(row)) {
                    offer(row.id, i.candidates(), row.createdAt);
                }
            });
        }
    }

    /** What stands still can be taken by nobody. */
    private static boolean isOffered(WorkItemRow row) {
        return row.state.equals(WorkItemState.OFFERED.name());
    }

    private static void pause(WorkItemRow row, WorkItem item) {
        Pause pause = item.pause();
        boolean opened = item.state() == WorkItemState.READY && row.openedAt != null;
        row.state = opened ? WorkItemState.OPENED.name() : item.state().name();
        row.pausedState = pause == null ? null : pause.before().name();
        row.pausedAt = pause == null ? null : pause.since();
        row.pausedWith = pause == null ? 0 : pausedWith(pause);
        row.due(item.terms().dueAt());
        row.followUpAt = item.terms().followUpAt();
    }

    private static int pausedWith(Pause pause) {
        return (pause.withInstance() ? WorkItemRow.WITH_INSTANCE : 0) | (pause.timersToo() ? WorkItemRow.WITH_TIMERS : 0);
    }

    /** The done list tells when what was handed in goes on. */
    private void delay(WorkDelayed event) {
        for (List<Long> some : Portions.of(event.delay().items())) {
            List<Object> values = new ArrayList<>();
            values.add(event.until());
            values.add(tenant);
            values.addAll(some);
            writes.change("update wf_work_item_closed set delayed_until = ? where tenant = ? and id in (" + Writes.places(some.size()) + ")", values.toArray());
        }
    }

    /** Another deadline of the item or of its visit. */
    private void dueAnew(List<Event> events) {
        if (events.stream().noneMatch(DeadlineSet.class::isInstance)) {
            return;
        }
        for (WorkItem item : after.items()) {
            Instant due = item.terms().dueAt();
            if (created.containsKey(item.id())) {
                created.get(item.id()).due(due);
            } else if (before.findItem(item.id()).filter(i -> !Objects.equals(i.terms().dueAt(), due)).isPresent()) {
                writes.change("update wf_work_item set due_at = ?, due_order = ? where tenant = ? and id = ?", due, WorkItemRow.order(due), tenant, item.id());
            }
        }
    }

    private void urge(WorkItemUrged event) {
        UrgeRow row = new UrgeRow();
        row.tenant = tenant;
        row.id = event.urgeId();
        row.instanceId = before.id();
        row.workItemId = event.workItemId();
        row.urgedBy = Member.ENGINE.id();
        row.urgedAt = event.at();
        row.note = event.text();
        writes.insert(row);
        writes.change("update wf_work_item set urged = urged + 1, urged_at = ? where tenant = ? and id = ?", event.at(), tenant, event.workItemId());
    }

    private void offer(long itemId, List<String> candidates, Instant createdAt) {
        for (String candidate : candidates) {
            CandidateRow row = new CandidateRow();
            row.tenant = tenant;
            row.candidate = candidate;
            row.createdAt = createdAt;
            row.itemId = itemId;
            writes.insert(row);
        }
    }

    private void close(WorkItemClosed event) {
        WorkItemRow fresh = created.remove(event.workItemId());
        if (fresh != null) {
            writes.insert(closedRow(fresh, event));
        } else {
            closed.add(event);
        }
    }

    /** Stored items are read, moved and deleted together, however many a decision closes. */
    private void closeStored() {
        if (closed.isEmpty()) {
            return;
        }
        Map<Long, WorkItemRow> rows = new HashMap<>();
        storedRows().forEach(r -> rows.put(r.id, r));
        for (WorkItemClosed event : closed) {
            WorkItemRow row = rows.get(event.workItemId());
            if (row == null) {
                throw new Conflict("work item " + event.workItemId() + " was closed meanwhile");
            }
            writes.insert(closedRow(row, event));
            em.detach(row);
            if (row.owner == null) {
                withdrawOffer(row.id);
            }
        }
        deleteStored();
    }

    private void deleteStored() {
        writes.delete("wf_work_item", tenant, closed.stream().map(WorkItemClosed::workItemId).toList(),
                "a work item of instance " + before.id() + " was closed meanwhile");
    }

    private List<WorkItemRow> storedRows() {
        if (closed.size() == 1 && seen != null && seen.id == closed.get(0).workItemId()) {
            return List.of(seen);
        } else if (closed.size() == 1) {
            WorkItemRow only = em.find(WorkItemRow.class, new TenantKey(tenant, closed.get(0).workItemId()));
            return only == null ? List.of() : List.of(only);
        }
        return rowsOfInstance();
    }

    private List<WorkItemRow> rowsOfInstance() {
        return em.createQuery("select i from WorkItemRow i where i.tenant = :tenant and i.instanceId = :instance",
                WorkItemRow.class).setParameter("tenant", tenant).setParameter("instance", before.id())
                .getResultList();
    }

    private ClosedItemRow closedRow(WorkItemRow open, WorkItemClosed event) {
        ClosedItemRow row = new ClosedItemRow();
        row.tenant = tenant;
        row.id = open.id;
        row.instanceId = open.instanceId;
        row.nodeInstanceId = open.nodeInstanceId;
        row.branchId = open.branchId;
        row.nodeId = open.nodeId;
        row.kind = open.kind;
        row.state = event.state().name();
        row.owner = open.owner;
        row.handledBy = event.handledBy();
        row.doneBy = event.handledBy();
        row.handledIn = event.department();
        row.createdAt = open.createdAt;
        row.openedAt = open.openedAt;
        row.closedAt = event.at();
        row.dueAt = open.dueAt;
        row.priority = open.priority;
        row.askedBy = open.askedBy;
        row.vote = event.vote() == null ? null : event.vote().name();
        row.startedAt = after.startedAt();
        if (event.handledBy() != null && !isFirstVisit(open)) {
            replaceInDoneList(row);
        }
        PassedOn.note(writes, row);
        return row;
    }

    /** The done list shows a node of an instance once, the latest time (§4.3). */
    private void replaceInDoneList(ClosedItemRow row) {
        writes.change("update wf_work_item_closed set done_by = null where tenant = ? and instance_id = ? and node_id = ? and done_by = ?",
                tenant, row.instanceId, row.nodeId, row.handledBy);
    }

    /**
     * The work with which a visit began that came straight along the model, before any return or loop: nobody can have
     * handled it before.
     */
    private boolean isFirstVisit(WorkItemRow open) {
        NodeInstance visit = visits.get(open.nodeInstanceId);
        if (visit != null && !open.createdAt.equals(visit.enteredAt())) {
            return false;
        }
        boolean inLoop = definition.reachableFrom(open.nodeId).contains(open.nodeId);
        return visit != null && visit.viaFlow() != null && !inLoop && !before.isReworked();
    }

    /** It counts as handled by nobody. */
    private void takeBack(long workItemId) {
        writes.change("update wf_work_item_closed set state = ?, handled_by = null, done_by = null where tenant = ? and id = ?",
                WorkItemState.TAKEN_BACK.name(), tenant, workItemId);
        PassedOn.forget(writes, tenant, workItemId);
    }

    /** The vote is none any more; the others' go with their round. */
    private void takeBack(VoteTakenBack event) {
        takeBack(event.workItemId());
        if (event.before() != null) {
            writes.change("update wf_work_item_closed set node_instance_id = ? where tenant = ? and instance_id = ? and node_instance_id = ?"
                    + " and state = ? and vote is not null and asked_by is null", event.nodeInstanceId(), tenant, before.id(), event.before(), WorkItemState.SUBMITTED.name());
        }
    }

    /** It waits, or goes on; what its holder has typed stays. */
    private void stand(long itemId, WorkItemState state) {
        WorkItemRow fresh = created.get(itemId);
        if (fresh != null) {
            fresh.state = state.name();
            return;
        }
        writes.change("update wf_work_item set state = ? where tenant = ? and id = ?", state.name(), tenant, itemId);
    }

    /** To another holder the item comes as new: unopened, and without what the last one has typed. */
    private void reassign(long itemId, WorkItemState state, String owner) {
        writes.change("update wf_work_item set state = ?, owner = ?, opened_at = null, draft = null where tenant = ? and id = ?",
                state.name(), owner, tenant, itemId);
        if (owner == null) {
            WorkItem item = before.item(itemId);
            offer(itemId, item.candidates(), item.createdAt());
        } else {
            withdrawOffer(itemId);
        }
    }

    private void withdrawOffer(long itemId) {
        writes.change("delete from wf_candidate where tenant = ? and item_id = ?", tenant, itemId);
    }

    // ---- an instance that was deleted, and may be restored ----

    /** It is in no list any more. Lists do not ask for states of instances: what they are to pass over is not there. */
    private void hide() {
        hidden(1);
        writes.change("delete from wf_candidate where tenant = ? and item_id in (select w.id from wf_work_item w where w.tenant = ? and w.instance_id = ?)",
                tenant, tenant, before.id());
        writes.change("update wf_work_item_closed set done_by = null where tenant = ? and instance_id = ?", tenant, before.id());
    }

    private void show() {
        hidden(0);
        after.items().stream().filter(i -> i.state() == WorkItemState.OFFERED).forEach(i -> offer(i.id(), i.candidates(), i.createdAt()));
        em.createQuery("select c from ClosedItemRow c where c.tenant = :tenant and c.instanceId = :instance and c.handledBy is not null"
                + " order by c.closedAt desc, c.id desc", ClosedItemRow.class).setParameter("tenant", tenant).setParameter("instance", before.id())
                .getResultStream().collect(Collectors.toMap(c -> List.of(c.nodeId, c.handledBy), c -> c, (latest, earlier) -> latest))
                .values().forEach(c -> c.doneBy = c.handledBy);
    }

    private void hidden(int value) {
        for (String table : List.of("wf_work_item", "wf_read_item")) {
            writes.change("update " + table + " set hidden = ? where tenant = ? and instance_id = ?", value, tenant, before.id());
        }
        PassedOn.hide(writes, tenant, before.id(), value);
    }

    // ---- another version ----

    /** What lists show, and what can be returned to, has the ids of the version that the instance goes on against. */
    private void rename(Renaming names) {
        if (!names.nodes().isEmpty()) {
            named("WorkItemRow", WorkItemRow.class, names).forEach(r -> r.nodeId = names.node(r.nodeId));
            named("ClosedItemRow", ClosedItemRow.class, names).forEach(r -> r.nodeId = names.node(r.nodeId));
            named("IncidentRow", IncidentRow.class, names).forEach(r -> r.nodeId = names.node(r.nodeId));
            named("TrailRow", TrailRow.class, names).forEach(r -> r.nodeId = names.node(r.nodeId));
        }
    }

    private void migrate(long definitionId) {
        created.values().forEach(r -> r.definitionId = definitionId);
        for (String table : List.of("wf_work_item", "wf_read_item")) {
            writes.change("update " + table + " set definition_id = ? where tenant = ? and instance_id = ?", definitionId, tenant, before.id());
        }
    }

    private <T> List<T> named(String entity, Class<T> type, Renaming names) {
        return em.createQuery("select r from " + entity + " r where r.tenant = :tenant and r.instanceId = :instance"
                + " and r.nodeId in :nodes", type).setParameter("tenant", tenant).setParameter("instance", before.id())
                .setParameter("nodes", names.nodes().keySet()).getResultList();
    }

    /** Two who take the same turn at once clash, and one of them decides anew. */
    private void turn(String nodeId, String person) {
        RotationRow row = em.find(RotationRow.class, new RotationKey(tenant, definition.key(), nodeId));
        if (row == null) {
            row = new RotationRow();
            row.tenant = tenant;
            row.defKey = definition.key();
            row.nodeId = nodeId;
            row.personId = person;
            writes.insert(row);
        } else if (!row.personId.equals(person)) {
            writes.mustChange(1, "the turn at " + nodeId + " was taken meanwhile", "update wf_rotation set person_id = ?"
                    + " where tenant = ? and def_key = ? and node_id = ? and person_id = ?", person, tenant, definition.key(), nodeId, row.personId);
        }
    }

    // ---- trail and incidents ----

    private TrailRow trail(NodeInstance visit, String nodeId) {
        TrailRow row = new TrailRow();
        row.tenant = tenant;
        row.instanceId = before.id();
        row.nodeInstanceId = visit.id();
        row.seq = version;
        row.nodeId = nodeId;
        row.lineage = String.join(",", lineage(visit.branchId()));
        row.automatic = definition.node(nodeId).isHuman() ? 0 : 1;
        row.round = rounds.containsKey(visit.id()) ? Json.write(rounds.get(visit.id())) : null;
        row.sender = visit.sender();
        return row;
    }

    private List<String> lineage(long branchId) {
        List<String> up = new ArrayList<>();
        for (Long at = branchId; at != null; at = branches.get(at).parentId()) {
            Long split = branches.get(at).splitNodeInstanceId();
            up.add(split == null ? at.toString() : at + "/" + split);
        }
        return up;
    }

    private void undo(List<Long> visitIds) {
        trail.stream().filter(r -> visitIds.contains(r.nodeInstanceId)).forEach(r -> r.undone = 1);
        for (List<Long> some : Portions.of(visitIds)) {
            List<Object> values = new ArrayList<>(List.of(tenant, before.id()));
            values.addAll(some);
            writes.change("update wf_trail set undone = 1 where tenant = ? and instance_id = ? and node_instance_id in ("
                    + Writes.places(some.size()) + ")", values.toArray());
        }
    }

    private void noteIncident(Event event) {
        if (event instanceof IncidentRaised e) {
            IncidentRow row = new IncidentRow();
            row.tenant = tenant;
            row.id = e.incident().id();
            row.instanceId = before.id();
            row.nodeId = e.incident().nodeId();
            row.code = e.incident().code();
            row.detail = Column.filled(e.incident().detail(), LONGEST_DETAIL);
            row.raisedAt = e.incident().at();
            raised.put(row.id, row);
        } else if (event instanceof IncidentResolved e && raised.remove(e.incidentId()) == null) {
            writes.delete("wf_incident", tenant, List.of(e.incidentId()), null);
        }
    }
}
