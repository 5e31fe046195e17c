package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import wf.contract.WorkItemState;

/** The rows of what people are to read. */
@Singleton
public class ReadItemStore {

    private final EntityManager em;

    @Inject
    public ReadItemStore(EntityManager em) {
        this.em = em;
    }

    public void insert(ReadItemRow row) {
        em.persist(row);
    }

    public Optional<ReadItemRow> find(String tenant, long id) {
        return Optional.ofNullable(em.find(ReadItemRow.class, new TenantKey(tenant, id)));
    }

    /** Which of these people have the instance before them already and have not read it. */
    public List<String> unreadOf(String tenant, long instanceId, Collection<String> people) {
        return em.createQuery("select r.reader from ReadItemRow r where r.tenant = :tenant and r.instanceId = :instance"
                + " and r.reader in :people and r.state = :unread", String.class).setParameter("tenant", tenant)
                .setParameter("instance", instanceId).setParameter("people", people)
                .setParameter("unread", WorkItemState.UNREAD.name()).getResultList();
    }

    /** Whether somebody gave the person the instance to read. */
    public boolean isReader(String tenant, long instanceId, String person) {
        return !em.createQuery("select r.id from ReadItemRow r where r.tenant = :tenant and r.instanceId = :instance"
                + " and r.reader = :person", Long.class).setParameter("tenant", tenant).setParameter("instance", instanceId)
                .setParameter("person", person).setMaxResults(1).getResultList().isEmpty();
    }

    /** False when somebody was faster. */
    public boolean read(ReadItemRow row, Instant at, String opinion) {
        return em.createQuery("update ReadItemRow r set r.state = :read, r.readAt = :at, r.opinion = :opinion"
                + " where r.tenant = :tenant and r.id = :id and r.state = :unread").setParameter("read", WorkItemState.READ.name())
                .setParameter("at", at).setParameter("opinion", opinion == null ? "" : opinion).setParameter("tenant", row.tenant)
                .setParameter("id", row.id).setParameter("unread", WorkItemState.UNREAD.name()).executeUpdate() == 1;
    }
}
