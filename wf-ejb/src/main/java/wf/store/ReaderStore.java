package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import wf.instance.ProcessInstance;

/** Who may read an instance only because its model says so: a row for each candidate, by which the list of what he may read finds it. */
@Singleton
public class ReaderStore {

    private static final int LONGEST = 120;
    private final EntityManager em;

    @Inject
    public ReaderStore(EntityManager em) {
        this.em = em;
    }

    /** Nodes at which people finished work. */
    public Set<String> visited(String tenant, long instanceId) {
        return new HashSet<>(em.createQuery("select distinct t.nodeId from TrailRow t where t.tenant = :tenant and t.instanceId = :instance", String.class)
                .setParameter("tenant", tenant).setParameter("instance", instanceId).getResultList());
    }

    @SuppressWarnings("unchecked")
    private Set<String> stored(String tenant, long instanceId) {
        return new HashSet<>(em.createNativeQuery("select r.reader from wf_reader r where r.tenant = ?1 and r.instance_id = ?2")
                .setParameter(1, tenant).setParameter(2, instanceId).getResultList());
    }

    /** From now on these, and nobody else. */
    public void put(Writes writes, String tenant, ProcessInstance instance, boolean isNew, Collection<String> readers) {
        Set<String> stored = isNew ? Set.of() : stored(tenant, instance.id());
        stored.stream().filter(r -> !readers.contains(r)).forEach(r -> writes.change(
                "delete from wf_reader where tenant = ? and reader = ? and started_at = ? and instance_id = ?", tenant, r, instance.startedAt(), instance.id()));
        readers.stream().filter(r -> !stored.contains(r) && r.length() <= LONGEST).distinct().forEach(r -> writes.change(
                "insert into wf_reader (tenant, reader, started_at, instance_id) values (?, ?, ?, ?)", tenant, r, instance.startedAt(), instance.id()));
    }
}
