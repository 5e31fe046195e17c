package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** Who was urged, and when last. */
@Singleton
public class UrgeStore {

    private final EntityManager em;

    @Inject
    public UrgeStore(EntityManager em) {
        this.em = em;
    }

    /** @return false when the item was closed meanwhile */
    public boolean urge(UrgeRow row) {
        em.persist(row);
        return em.createQuery("update WorkItemRow i set i.urged = i.urged + 1, i.urgedAt = :at where i.tenant = :tenant and i.id = :id")
                .setParameter("at", row.urgedAt).setParameter("tenant", row.tenant).setParameter("id", row.workItemId).executeUpdate() == 1;
    }
}
