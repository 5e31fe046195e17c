package wf.org;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Who stands in for whom (§6.7). It is read from the database each time and kept nowhere: nobody acts for another a second
 * longer than he may. Only those who name a principal, or find themselves strangers, are looked up at all.
 */
@Singleton
public class Deputies {
    private final EntityManager em;

    @Inject
    public Deputies(EntityManager em) {
        this.em = em;
    }

    /** All grants by which one person acts, or has acted, for the other. */
    public List<DeputyRow> between(String tenant, String deputy, String principal) {
        return em.createQuery("select d from DeputyRow d where d.tenant = :tenant and d.deputy = :deputy and d.principal = :principal order by d.id",
                DeputyRow.class).setParameter("tenant", tenant).setParameter("deputy", deputy).setParameter("principal", principal)
                .setHint("eclipselink.read-only", "true").getResultList();
    }

    /** All grants by which the person acts, or has acted, for anybody. */
    public List<DeputyRow> of(String tenant, String deputy) {
        return em.createQuery("select d from DeputyRow d where d.tenant = :tenant and d.deputy = :deputy order by d.id", DeputyRow.class)
                .setParameter("tenant", tenant).setParameter("deputy", deputy).setHint("eclipselink.read-only", "true").getResultList();
    }
}
