package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Which services of a node are stopped, and how much lies before those that work by themselves. */
@Singleton
public class ServiceStore {

    /** More than this need not be told exactly. */
    private static final int COUNTED = 10_000;
    private final EntityManager em;

    @Inject
    public ServiceStore(EntityManager em) {
        this.em = em;
    }

    public List<ServiceRow> of(String tenant, String node) {
        return em.createQuery("select s from ServiceRow s where s.tenant = :tenant and s.node = :node", ServiceRow.class)
                .setParameter("tenant", tenant).setParameter("node", node).getResultList();
    }

    public void put(ServiceRow row) {
        em.merge(row);
    }

    /** Jobs of all tenants that are due; no more than ten thousand and one. */
    public long due(Instant now) {
        return Rows.number(em, "select count(*) from (select 1 as one from wf_job j where j.state = 'READY' and j.due_at <= ? limit " + (COUNTED + 1) + ") x", List.of(now));
    }

    /** Jobs of all tenants that were given up; no more than ten thousand and one. */
    public long dead() {
        return Rows.number(em, "select count(*) from (select 1 as one from wf_job j where j.state = 'DEAD' limit " + (COUNTED + 1) + ") x", List.of());
    }

    /** Whether the database answers. */
    public boolean answers() {
        return Rows.number(em, "select 1", List.of()) == 1;
    }
}
