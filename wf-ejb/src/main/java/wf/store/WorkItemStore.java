package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.contract.Vote;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.definition.ProcessDefinition;
import wf.instance.Event;
import wf.instance.ProcessInstance;
import wf.runtime.Voters.Voter;
import wf.runtime.Workload;

/** The rows of work items: found by id, written from events, and the two things that happen to an item alone (§0.5). */
@Singleton
public class WorkItemStore {

    /** How an item ends that its owner gave to another, or that an administrator or somebody else entitled to it did for him. */
    private static final List<String> HANDED = Stream.of(WorkItemState.TRANSFERRED, WorkItemState.SUBMITTED, WorkItemState.RETURNED).map(Enum::name).toList();

    /** Rows are written past JPA: what it has read before in a transaction may be what stood there before another operation. */
    private static final Map<String, Object> AS_WRITTEN = Map.of("eclipselink.refresh", true);
    private static final String HAND_IN = "update wf_work_item set state = ?, opened_at = ? where tenant = ? and id = ? and state in (?, ?) and owner = ?";
    private final EntityManager em;
    private final Sealing sealing;

    @Inject
    public WorkItemStore(EntityManager em, Sealing sealing) {
        this.em = em;
        this.sealing = sealing;
    }

    public Optional<WorkItemRow> find(String tenant, long workItemId) {
        return Optional.ofNullable(em.find(WorkItemRow.class, new TenantKey(tenant, workItemId), AS_WRITTEN));
    }

    /** The open item, and whether something has been done under the id. */
    public Optional<Probed<WorkItemRow>> find(String tenant, long workItemId, String opId) {
        return Rows.probed(em, WorkItemRow.class, opId, "r.tenant = ? and r.id = ?", tenant, workItemId);
    }

    /** The rows of the open items of an instance by their ids. */
    public Map<Long, WorkItemRow> openRows(String tenant, long instanceId) {
        return em.createQuery("select i from WorkItemRow i where i.tenant = :tenant and i.instanceId = :instance", WorkItemRow.class)
                .setParameter("tenant", tenant).setParameter("instance", instanceId).getResultStream()
                .collect(Collectors.toMap(r -> r.id, r -> r));
    }

    public Optional<ClosedItemRow> findClosed(String tenant, long workItemId) {
        return Optional.ofNullable(em.find(ClosedItemRow.class, new TenantKey(tenant, workItemId)));
    }

    public Optional<IncidentRow> findIncident(String tenant, long incidentId) {
        return Optional.ofNullable(em.find(IncidentRow.class, new TenantKey(tenant, incidentId), AS_WRITTEN));
    }

    /** @param seen the row of the item that the operation is about, when it has been read; else null */
    public void project(Writes writes, String tenant, ProcessInstance before, ProcessInstance after, WorkItemRow seen,
            ProcessDefinition definition, List<Event> events) {
        new Projection(em, writes, tenant, before, after, seen, definition).write(events);
        new ListProjection(writes, tenant, before, after).write(definition.queryFields(), events);
    }

    /** For what comes back from the archive, where nothing is looked for: by which values it is found. */
    public void found(Writes writes, String tenant, ProcessInstance instance, ProcessDefinition definition) {
        new ListProjection(writes, tenant, instance, instance).anew(definition.queryFields());
    }

    /** What a handover has made him to the instance, as names of identities. */
    public List<String> handedRights(String tenant, long instanceId, String person) {
        return HandedRights.of(em, tenant, instanceId, person);
    }

    /** Somebody has given the item away by a handover: it stays in his lists. */
    public void given(String tenant, long workItemId) {
        PassedOn.given(em, tenant, workItemId);
    }

    /** How the tenant's work is spread. */
    public Workload workload(String tenant) {
        return new StoredWorkload(em, tenant);
    }

    /** I2: the holder has opened it; the first time counts. */
    public void open(String tenant, long workItemId, Instant at) {
        em.createQuery("update WorkItemRow i set i.state = :opened, i.openedAt = :at"
                + " where i.tenant = :tenant and i.id = :id and i.state = :ready")
                .setParameter("opened", WorkItemState.OPENED.name()).setParameter("ready", WorkItemState.READY.name())
                .setParameter("at", at).setParameter("tenant", tenant).setParameter("id", workItemId).executeUpdate();
        // Not by refresh(), which fails when somebody has closed it meanwhile.
        em.createQuery("select i from WorkItemRow i where i.tenant = :tenant and i.id = :id", WorkItemRow.class)
                .setParameter("tenant", tenant).setParameter("id", workItemId).setHint("eclipselink.refresh", true).getResultList();
    }

    /** F1: the holder has handed it in, to be carried out by and by; a Conflict when it has changed meanwhile. */
    static void handIn(Writes writes, WorkItemRow row, Instant at) {
        writes.mustChange(1, "work item " + row.id + " has changed meanwhile", HAND_IN, handedIn(row, at));
    }

    /** The same at once; false when it has changed since it was read. */
    public boolean handIn(WorkItemRow row, Instant at) {
        return Rows.change(em, HAND_IN, handedIn(row, at)) == 1;
    }

    private static Object[] handedIn(WorkItemRow row, Instant at) {
        return new Object[] {WorkItemState.SUBMITTING.name(), row.openedAt == null ? at : row.openedAt, row.tenant, row.id, WorkItemState.READY.name(),
                WorkItemState.OPENED.name(), row.owner};
    }

    /** Whether one of them was handed in. They stay as they are until the transaction ends; so the instance has to be held before. */
    public boolean isHandedIn(String tenant, Collection<Long> workItems) {
        return Portions.of(workItems).stream().anyMatch(some -> em.createQuery("select i from WorkItemRow i where i.tenant = :tenant and i.id in :ids"
                + " order by i.id", WorkItemRow.class).setParameter("tenant", tenant).setParameter("ids", some).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.refresh", true).getResultList().stream().anyMatch(i -> i.state.equals(WorkItemState.SUBMITTING.name())));
    }

    /** It is carried out now, or could not be: it lies with its holder again, unless something else has become of it. */
    public void takeUp(String tenant, long workItemId) {
        em.createQuery("update WorkItemRow i set i.state = :open where i.tenant = :tenant and i.id = :id and i.state = :submitting")
                .setParameter("open", WorkItemState.OPENED.name()).setParameter("submitting", WorkItemState.SUBMITTING.name())
                .setParameter("tenant", tenant).setParameter("id", workItemId).executeUpdate();
    }

    /** What its holder has typed so far; null for nothing. */
    public String draft(WorkItemRow row) {
        return sealing.open(row.tenant, row.instanceId, row.draft);
    }

    /** F9: what the holder has typed so far. False when he no longer holds the item. */
    public boolean save(String tenant, ProcessInstance instance, long workItemId, String holder, String typed) {
        String draft = sealing.seal(tenant, instance.id(), instance.identity().definitionId(), typed);
        return em.createQuery("update WorkItemRow i set i.draft = :draft where i.tenant = :tenant and i.id = :id"
                + " and i.owner = :holder").setParameter("draft", draft).setParameter("tenant", tenant)
                .setParameter("id", workItemId).setParameter("holder", holder)
                .executeUpdate() == 1;
    }

    /** Who has voted at a visit that goes on. */
    public List<Voter> voters(String tenant, long instanceId, long nodeInstanceId) {
        return em.createQuery("select c from ClosedItemRow c where c.tenant = :tenant and c.instanceId = :instance"
                + " and c.nodeInstanceId = :visit and c.vote is not null and c.state = :counts order by c.closedAt, c.id", ClosedItemRow.class).setParameter("tenant", tenant)
                .setParameter("instance", instanceId).setParameter("visit", nodeInstanceId)
                .setParameter("counts", WorkItemState.SUBMITTED.name()).getResultStream()
                .map(c -> new Voter(c.id, c.owner, WorkItemKind.valueOf(c.kind), c.askedBy, Vote.valueOf(c.vote), c.handledIn)).toList();
    }

    /** Whether the person handled an item of the instance, or had one that he gave to another or that another did, wherever the instance is. */
    public boolean hasHandled(String tenant, long instanceId, String person) {
        return hasHandledLately(tenant, instanceId, person) || Archive.hasHandled(em, tenant, instanceId, person) || PassedOn.has(em, tenant, instanceId, person);
    }

    private boolean hasHandledLately(String tenant, long instanceId, String person) {
        return !em.createQuery("select c.id from ClosedItemRow c where c.tenant = :tenant and c.instanceId = :instance"
                + " and (c.handledBy = :person or c.owner = :person and c.state in :handed)", Long.class).setParameter("tenant", tenant)
                .setParameter("instance", instanceId).setParameter("person", person).setParameter("handed", HANDED).setMaxResults(1).getResultList().isEmpty();
    }
}
