package wf.org;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wf.contract.DeputyMode;
import wf.contract.DeputyState;

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

    /** All that the person has granted. */
    public List<DeputyRow> by(String tenant, String principal) {
        return em.createQuery("select d from DeputyRow d where d.tenant = :tenant and d.principal = :principal order by d.id", DeputyRow.class)
                .setParameter("tenant", tenant).setParameter("principal", principal).setHint("eclipselink.read-only", "true").getResultList();
    }

    /** All grants by which work goes to others by itself, now or later. */
    List<DeputyRow> transferring(String tenant, Instant now) {
        return em.createQuery("select d from DeputyRow d where d.tenant = :tenant and d.mode = :mode and d.state = :state and d.revokedAt is null"
                + " and (d.validTo is null or d.validTo > :now) order by d.id", DeputyRow.class).setParameter("tenant", tenant)
                .setParameter("mode", DeputyMode.TRANSFER.name()).setParameter("state", DeputyState.ACCEPTED.name())
                .setParameter("now", now).setHint("eclipselink.read-only", "true").getResultList();
    }

    /** The latest first; without a principal and a deputy everybody's. */
    public List<DeputyRow> page(String tenant, String principal, String deputy, long before, int most) {
        TypedQuery<DeputyRow> query = em.createQuery("select d from DeputyRow d where d.tenant = :tenant and d.id < :before"
                + (principal == null ? "" : " and d.principal = :principal") + (deputy == null ? "" : " and d.deputy = :deputy")
                + " order by d.id desc", DeputyRow.class).setParameter("tenant", tenant).setParameter("before", before);
        if (principal != null) {
            query.setParameter("principal", principal);
        }
        if (deputy != null) {
            query.setParameter("deputy", deputy);
        }
        return query.setHint("eclipselink.read-only", "true").setMaxResults(most).getResultList();
    }

    /** One whose changes are kept nowhere. */
    public Optional<DeputyRow> look(String tenant, long id) {
        return em.createQuery("select d from DeputyRow d where d.tenant = :tenant and d.id = :id", DeputyRow.class).setParameter("tenant", tenant)
                .setParameter("id", id).setHint("eclipselink.read-only", "true").getResultStream().findFirst();
    }

    /** The same, which nobody else changes until this is over. */
    public Optional<DeputyRow> hold(String tenant, long id) {
        return em.createQuery("select d from DeputyRow d where d.tenant = :tenant and d.id = :id", DeputyRow.class).setParameter("tenant", tenant)
                .setParameter("id", id).setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("eclipselink.refresh", true).getResultStream().findFirst();
    }

    /** Of two grants of one person at the same moment the second sees the first: his own row is held meanwhile, where he has one. */
    public void holdGrantsOf(String tenant, String principal) {
        em.createQuery("select p from PersonRow p where p.tenant = :tenant and p.id = :id", PersonRow.class).setParameter("tenant", tenant)
                .setParameter("id", principal).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    public void insert(DeputyRow row) {
        em.persist(row);
    }
}
