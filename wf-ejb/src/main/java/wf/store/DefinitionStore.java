package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import wf.bpmn.BpmnReader;
import wf.contract.DefinitionState;
import wf.definition.ProcessDefinition;

/** Definitions: rows as they are now, and the compiled processes, which never change and are kept in memory (§1.6). */
@Singleton
public class DefinitionStore {

    private static final int MAX_COMPILED = 5_000;
    private final EntityManager em;
    private final BpmnReader reader;
    private final Map<TenantKey, ProcessDefinition> compiled = new ConcurrentHashMap<>();
    private final Map<TenantKey, DefinitionRow> known = new ConcurrentHashMap<>();

    @Inject
    public DefinitionStore(EntityManager em, BpmnReader reader) {
        this.em = em;
        this.reader = reader;
    }

    /** The definition that an instance runs against; key, name and version of the row are final, its state may be old. */
    public Definition get(String tenant, long definitionId) {
        TenantKey key = new TenantKey(tenant, definitionId);
        DefinitionRow row = known.get(key);
        if (row == null) {
            row = find(tenant, definitionId).orElseThrow(() -> new IllegalStateException("definition " + definitionId + " is gone"));
            if (known.size() >= MAX_COMPILED) {
                known.clear();
            }
            known.put(key, row);
        }
        return new Definition(row, process(row));
    }

    public ProcessDefinition process(DefinitionRow row) {
        TenantKey key = new TenantKey(row.tenant, row.id);
        ProcessDefinition process = compiled.get(key);
        if (process == null) {
            process = compile(row);
            if (compiled.size() >= MAX_COMPILED) {
                compiled.clear();
            }
            compiled.put(key, process);
        }
        return process;
    }

    private ProcessDefinition compile(DefinitionRow row) {
        return reader.read(source(row)).definitions().stream().filter(d -> d.key().equals(row.defKey)).findFirst()
                .orElseThrow(() -> new IllegalStateException("definition " + row.id + " can no longer be read"));
    }

    public byte[] source(DefinitionRow row) {
        return em.find(SourceRow.class, new TenantKey(row.tenant, row.sourceId)).source;
    }

    /** The row as it is now. */
    public Optional<DefinitionRow> find(String tenant, long definitionId) {
        DefinitionRow row = em.find(DefinitionRow.class, new TenantKey(tenant, definitionId));
        if (row != null && em.isJoinedToTransaction()) {
            em.detach(row);
        }
        return Optional.ofNullable(row);
    }

    /** Where the definition of this key stands now; all its versions stand in one category. Null for none. */
    public String category(String tenant, String key) {
        List<String> found = em.createQuery("select d.category from DefinitionRow d where d.tenant = :tenant and d.defKey = :key and d.version = 1",
                String.class).setParameter("tenant", tenant).setParameter("key", key).getResultList();
        return found.isEmpty() ? null : found.get(0);
    }

    public Optional<DefinitionRow> version(String tenant, String key, int version) {
        return em.createQuery("select d from DefinitionRow d where d.tenant = :tenant and d.defKey = :key"
                + " and d.version = :version", DefinitionRow.class).setParameter("tenant", tenant)
                .setParameter("key", key).setParameter("version", version).getResultStream().findFirst();
    }

    public Optional<DefinitionRow> newestReleased(String tenant, String key) {
        return em.createQuery("select d from DefinitionRow d where d.tenant = :tenant and d.defKey = :key"
                + " and d.state = :state order by d.version desc", DefinitionRow.class).setParameter("tenant", tenant)
                .setParameter("key", key).setParameter("state", DefinitionState.RELEASED.name()).setMaxResults(1)
                .getResultStream().findFirst();
    }

    /** The newest released one, and whether something has been done under the id. */
    public Optional<Probed<DefinitionRow>> newestReleased(String tenant, String key, String opId) {
        return Rows.probed(em, DefinitionRow.class, opId, "r.tenant = ? and r.def_key = ? and r.state = ? order by r.version desc limit 1",
                tenant, key, DefinitionState.RELEASED.name());
    }

    /** The version that came in the same file. */
    public Optional<DefinitionRow> deployedWith(String tenant, String key, long sourceId) {
        return em.createQuery("select d from DefinitionRow d where d.tenant = :tenant and d.defKey = :key"
                + " and d.sourceId = :source", DefinitionRow.class).setParameter("tenant", tenant)
                .setParameter("key", key).setParameter("source", sourceId).getResultStream().findFirst();
    }

    /** Keeps others from changing states of versions of this key until the transaction ends. */
    public void hold(String tenant, String key) {
        em.createQuery("select d from DefinitionRow d where d.tenant = :tenant and d.defKey = :key and d.version = 1",
                DefinitionRow.class).setParameter("tenant", tenant).setParameter("key", key).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    public List<DefinitionRow> versions(String tenant, String key) {
        return em.createQuery("select d from DefinitionRow d where d.tenant = :tenant and d.defKey = :key and d.version > 0"
                + " order by d.version desc", DefinitionRow.class).setParameter("tenant", tenant)
                .setParameter("key", key).getResultList();
    }

    /** The number of the next copy that belongs to one instance alone: below zero, where no list looks. */
    public int nextOwn(String tenant, String key) {
        Integer least = em.createQuery("select min(d.version) from DefinitionRow d where d.tenant = :tenant and d.defKey = :key", Integer.class)
                .setParameter("tenant", tenant).setParameter("key", key).getSingleResult();
        return Math.min(least == null ? 0 : least, 0) - 1;
    }

    /** The newest version of each key, or the newest released one. */
    public List<DefinitionRow> newest(String tenant, boolean released) {
        String state = released ? " and e.state = 'RELEASED'" : "";
        return em.createQuery("select d from DefinitionRow d where d.tenant = :tenant and d.version ="
                + " (select max(e.version) from DefinitionRow e where e.tenant = :tenant and e.defKey = d.defKey" + state + ")"
                + " order by d.defKey", DefinitionRow.class).setParameter("tenant", tenant).getResultList();
    }

    public void insert(DefinitionRow row) {
        em.persist(row);
    }

    public void insertSource(String tenant, long id, byte[] source) {
        SourceRow row = new SourceRow();
        row.tenant = tenant;
        row.id = id;
        row.source = source;
        em.persist(row);
    }

    /** Changes the state if it still is what the caller saw. */
    public boolean changeState(DefinitionRow row, DefinitionState from, DefinitionState to) {
        return em.createQuery("update DefinitionRow d set d.state = :to where d.tenant = :tenant and d.id = :id"
                + " and d.state = :from").setParameter("to", to.name()).setParameter("from", from.name())
                .setParameter("tenant", row.tenant).setParameter("id", row.id).executeUpdate() == 1;
    }
}
