package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.contract.InstanceState;
import wf.instance.Pause;
import wf.instance.ProcessInstance;
import wf.instance.Terms;
import wf.instance.WorkItem;

/** Loads and stores instances. One row and the rows of its open items are one image; the version guards against others. */
@Singleton
public class InstanceStore {

    private static final int MOST_READINGS = 20;
    private final EntityManager em;
    private final InstanceCache cache;
    private final Sealing sealing;

    @Inject
    public InstanceStore(EntityManager em, InstanceCache cache, Sealing sealing) {
        this.em = em;
        this.sealing = sealing;
        this.cache = cache;
    }

    /** The newest image that this node knows, else the stored one. */
    public Optional<Stored> find(String tenant, long instanceId) {
        Optional<Stored> known = cache.get(tenant, instanceId);
        return known.isPresent() ? known : load(tenant, instanceId);
    }

    /**
     * The stored one. The row with the version is read before the items: so an image can have items that are newer than its
     * version, which the version then betrays, but never older ones, which nothing would. It is read again while the version
     * moves; a stray item of a version that stands still is nobody's haste, and must not lock the instance up.
     */
    public Optional<Stored> load(String tenant, long instanceId) {
        long before = -1;
        for (int reading = 1; reading <= MOST_READINGS; reading++) {
            Optional<Stored> stored = readOnce(tenant, instanceId);
            if (stored.isEmpty() || isWhole(stored.get().image()) || stored.get().image().version() == before) {
                return stored;
            }
            before = stored.get().image().version();
        }
        throw new Conflict("instance " + instanceId + " changes all the time");
    }

    /** An item of a visit that the row does not know yet came between the two readings, and nobody could tell whose it is. */
    private static boolean isWhole(ProcessInstance image) {
        return image.items().stream().allMatch(i -> image.isActive(i.nodeInstanceId()));
    }

    private Optional<Stored> readOnce(String tenant, long instanceId) {
        return Rows.of(em, InstanceRow.class, "r.tenant = ? and r.id = ?", tenant, instanceId).stream().findFirst()
                .map(row -> new Stored(read(row, openItems(tenant, instanceId)), row.journalLength, row.journalHash));
    }

    /** The same for whoever only reads, from the archive too. */
    public Optional<Stored> read(String tenant, long instanceId) {
        return load(tenant, instanceId).or(() -> Archive.row(em, tenant, instanceId)
                .map(row -> new Stored(read(row, List.of()), row.journalLength, row.journalHash)));
    }

    /**
     * The stored one, its row and the rows of its open items locked until the transaction ends: for what depends on whether
     * an item was opened, which happens without touching the instance (§0.5).
     */
    public Optional<Stored> lock(String tenant, long instanceId) {
        em.createQuery("select i from InstanceRow i where i.tenant = :tenant and i.id = :id", InstanceRow.class)
                .setParameter("tenant", tenant).setParameter("id", instanceId).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.refresh", true).getResultList();
        em.createQuery("select i from WorkItemRow i where i.tenant = :tenant and i.instanceId = :instance order by i.id", WorkItemRow.class)
                .setParameter("tenant", tenant).setParameter("instance", instanceId).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.refresh", true).getResultList();
        return load(tenant, instanceId);
    }

    /** The open items of the instance as they are stored, oldest first. */
    public List<WorkItem> openItems(String tenant, long instanceId) {
        return Rows.of(em, WorkItemRow.class, "r.tenant = ? and r.instance_id = ? order by r.id", tenant, instanceId).stream()
                .map(InstanceStore::item).toList();
    }

    static WorkItem item(WorkItemRow row) {
        return new WorkItem(row.id, row.nodeInstanceId, row.branchId, row.nodeId, WorkItemKind.valueOf(row.kind),
                state(row), row.owner, candidates(row.candidates), row.createdAt,
                new Terms(row.dueAt, row.followUpAt, row.priority, row.formKey), row.askedBy, pause(row));
    }

    /** That it was handed in, to be carried out by and by, its row alone knows: to the instance it was opened (§0.5). */
    private static WorkItemState state(WorkItemRow row) {
        WorkItemState state = WorkItemState.valueOf(row.state);
        return state == WorkItemState.SUBMITTING ? WorkItemState.OPENED : state;
    }

    private static Pause pause(WorkItemRow row) {
        return row.pausedAt == null ? null : new Pause(WorkItemState.valueOf(row.pausedState), row.pausedAt,
                (row.pausedWith & WorkItemRow.WITH_INSTANCE) != 0, (row.pausedWith & WorkItemRow.WITH_TIMERS) != 0);
    }

    static List<String> candidates(String text) {
        return text == null ? List.of() : Arrays.asList(text.split(","));
    }

    /** @throws Conflict when the image is no longer the newest */
    public void confirm(String tenant, ProcessInstance image) {
        List<Long> version = em.createQuery("select i.version from InstanceRow i where i.tenant = :tenant and i.id = :id",
                Long.class).setParameter("tenant", tenant).setParameter("id", image.id()).getResultList();
        if (version.isEmpty() || version.get(0) != image.version()) {
            throw lost(tenant, image.id());
        }
    }

    /** What one operation on the instance is going to write. */
    public Writes writes(String tenant, long instanceId) {
        return new Writes(em, () -> cache.evict(tenant, instanceId));
    }

    /**
     * Takes the instance to its next version and holds its row until the transaction ends. It is the first of what is
     * written, and nothing of it counts when somebody else was first.
     */
    public void advance(Writes writes, String tenant, ProcessInstance after, JournalEnd end) {
        InstanceRow row = row(tenant, after, end);
        writes.mustChange(1, "instance " + after.id() + " has changed meanwhile", "update wf_instance set version = ?, state = ?,"
                + " faulted = ?, ended_at = ?, body = '', journal_length = ?, journal_hash = ?, content = null, moving = ?, lasting = ?"
                + " where tenant = ? and id = ? and version = ?",
                row.version, row.state, row.faulted, row.endedAt, row.journalLength, row.journalHash, row.moving, row.lasting,
                tenant, row.id, row.version - 1);
        if (after.version() % Snapshots.EVERY == 0) {
            writes.insert(Snapshots.copy(tenant, after, sealed(tenant, after, Json.write(after.snapshot()))));
        }
    }

    private String sealed(String tenant, ProcessInstance instance, String body) {
        return sealing.seal(tenant, instance.id(), instance.identity().definitionId(), body);
    }

    private ProcessInstance read(InstanceRow row, List<WorkItem> items) {
        return InstanceBody.read(row, text -> sealing.open(row.tenant, row.id, text), items);
    }

    /** The instance now runs against another version; together with {@link #advance}, which guards it. */
    public void migrate(String tenant, ProcessInstance after, String definitionKey) {
        em.createQuery("update InstanceRow i set i.definitionId = :definition, i.defKey = :key"
                + " where i.tenant = :tenant and i.id = :id").setParameter("definition", after.identity().definitionId())
                .setParameter("key", definitionKey).setParameter("tenant", tenant).setParameter("id", after.id()).executeUpdate();
    }

    /** Ids of instances that run against the version and have not ended, in their order, from behind the one given. */
    public List<Long> running(DefinitionRow definition, long after, int most) {
        return em.createQuery("select i.id from InstanceRow i where i.tenant = :tenant and i.defKey = :key"
                + " and i.definitionId = :definition and i.endedAt is null and i.id > :after order by i.id", Long.class)
                .setParameter("tenant", definition.tenant).setParameter("key", definition.defKey)
                .setParameter("definition", definition.id).setParameter("after", after).setMaxResults(most).getResultList();
    }

    private Conflict lost(String tenant, long instanceId) {
        cache.evict(tenant, instanceId);
        return new Conflict("instance " + instanceId + " has changed meanwhile");
    }

    public void insert(Writes writes, String tenant, ProcessInstance instance, String definitionKey, JournalEnd end) {
        InstanceRow row = row(tenant, instance, end);
        row.defKey = definitionKey;
        writes.insert(row);
    }

    /** All but the key of its definition, which it does not know. */
    private InstanceRow row(String tenant, ProcessInstance instance, JournalEnd end) {
        InstanceRow row = new InstanceRow();
        row.tenant = tenant;
        row.id = instance.id();
        row.definitionId = instance.identity().definitionId();
        row.version = instance.version();
        row.state = instance.state().name();
        row.faulted = instance.incidents().isEmpty() ? 0 : 1;
        row.title = instance.identity().title();
        row.businessKey = instance.identity().businessKey();
        row.starter = instance.starter();
        row.startedAt = instance.startedAt();
        row.endedAt = instance.endedAt();
        row.parentId = instance.identity().parent() == null ? null : instance.identity().parent().instanceId();
        row.parentVisit = instance.identity().parent() == null ? null : instance.identity().parent().nodeInstanceId();
        row.journalLength = end.length();
        row.journalHash = end.hash();
        InstanceBody.of(instance).into(row, text -> sealed(tenant, instance, text));
        return row;
    }

    /** Instances that a visit called and that still go on, in the order in which they began. */
    public List<Long> openChildren(String tenant, long parentId, long visitId) {
        return em.createQuery("select i.id from InstanceRow i where i.tenant = :tenant and i.parentId = :parent"
                + " and i.parentVisit = :visit and i.endedAt is null order by i.id", Long.class).setParameter("tenant", tenant)
                .setParameter("parent", parentId).setParameter("visit", visitId).getResultList();
    }

    /** Whether one that the visit called has done its work, whether or not the visit has been told yet. */
    public boolean hasCompleted(String tenant, long parentId, long visitId) {
        return !em.createQuery("select i.id from InstanceRow i where i.tenant = :tenant and i.parentId = :parent and i.parentVisit = :visit"
                + " and i.state = :completed", Long.class).setParameter("tenant", tenant).setParameter("parent", parentId).setParameter("visit", visitId)
                .setParameter("completed", InstanceState.COMPLETED.name()).setMaxResults(1).getResultList().isEmpty();
    }

    /** The instance of that process that the visit called last, and that has ended. */
    public Optional<Long> lastCalled(String tenant, long parentId, long visitId, String definitionKey) {
        return em.createQuery("select i.id from InstanceRow i where i.tenant = :tenant and i.parentId = :parent and i.parentVisit = :visit"
                + " and i.defKey = :key and i.endedAt is not null order by i.id desc", Long.class).setParameter("tenant", tenant)
                .setParameter("parent", parentId).setParameter("visit", visitId).setParameter("key", definitionKey).setMaxResults(1).getResultStream().findFirst();
    }

    /** Instances that this one called and that still go on, in the order in which they began. */
    public List<Long> openChildren(String tenant, long parentId) {
        return em.createQuery("select i.id from InstanceRow i where i.tenant = :tenant and i.parentId = :parent"
                + " and i.endedAt is null order by i.id", Long.class).setParameter("tenant", tenant)
                .setParameter("parent", parentId).getResultList();
    }

    /** Instances that this one called, in the order of the visits that called them; at most so many. */
    public List<Long> children(String tenant, long parentId, int most) {
        return em.createQuery("select i.id from InstanceRow i where i.tenant = :tenant and i.parentId = :parent"
                + " order by i.parentVisit, i.id", Long.class).setParameter("tenant", tenant)
                .setParameter("parent", parentId).setMaxResults(most).getResultList();
    }

    /**
     * Sends everything to the database now.
     *
     * @throws Conflict when another transaction was faster, or holds what this one needs
     */
    public void flush(Writes writes, String tenant, long instanceId) {
        writes.send();
        flush(tenant, instanceId);
    }

    /**
     * Sends what was written to the database now, so that a clash shows while it can still be understood.
     *
     * @throws Conflict when another transaction was faster, or holds what this one needs
     */
    public void flush(String tenant, long instanceId) {
        try {
            em.flush();
        } catch (PersistenceException e) {
            throw Conflict.behind(e).isPresent() ? lost(tenant, instanceId) : e;
        }
    }
}
