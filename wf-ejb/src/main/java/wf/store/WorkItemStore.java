package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
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

    private final EntityManager em;
    private final Sealing sealing;

    @Inject
    public WorkItemStore(EntityManager em, Sealing sealing) {
        this.em = em;
        this.sealing = sealing;
    }

    public Optional<WorkItemRow> find(String tenant, long workItemId) {
        return Optional.ofNullable(em.find(WorkItemRow.class, new TenantKey(tenant, workItemId)));
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
        return Optional.ofNullable(em.find(IncidentRow.class, new TenantKey(tenant, incidentId)));
    }

    /** @param seen the row of the item that the operation is about, when it has been read; else null */
    public void project(Writes writes, String tenant, ProcessInstance before, ProcessInstance after, WorkItemRow seen,
            ProcessDefinition definition, List<Event> events) {
        new Projection(em, writes, tenant, before, after, seen, definition).write(events);
        new ListProjection(writes, tenant, before, after).write(definition.queryFields(), events);
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
        return hasHandledLately(tenant, instanceId, person) || Archive.hasHandled(em, tenant, instanceId, person);
    }

    private boolean hasHandledLately(String tenant, long instanceId, String person) {
        return !em.createQuery("select c.id from ClosedItemRow c where c.tenant = :tenant and c.instanceId = :instance"
                + " and (c.handledBy = :person or c.owner = :person and c.state in :handed)", Long.class).setParameter("tenant", tenant)
                .setParameter("instance", instanceId).setParameter("person", person).setParameter("handed", HANDED).setMaxResults(1).getResultList().isEmpty();
    }
}
