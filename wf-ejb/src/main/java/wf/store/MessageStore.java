package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import wf.instance.SubscriptionKind;

/** Who waits for messages and signals, what they start, and messages that nobody waits for yet. */
@Singleton
public class MessageStore {

    private final EntityManager em;

    @Inject
    public MessageStore(EntityManager em) {
        this.em = em;
    }

    // ---- instances that wait ----

    /** Those who wait under this address; at most so many, the longest waiting first. */
    public List<SubscriptionRow> waiting(String tenant, MessageAddress address, int most) {
        return em.createQuery("select s from SubscriptionRow s where s.tenant = :tenant and s.kind = :kind and s.name = :name"
                + " and s.key = :key order by s.id", SubscriptionRow.class).setParameter("tenant", tenant)
                .setParameter("kind", SubscriptionKind.MESSAGE.name()).setParameter("name", address.name())
                .setParameter("key", address.key()).setMaxResults(most).getResultList();
    }

    /** The last of those who wait for the signal now; 0 when nobody does. */
    public long lastWaitingForSignal(String tenant, String name) {
        Long last = em.createQuery("select max(s.id) from SubscriptionRow s where s.tenant = :tenant and s.kind = :kind"
                + " and s.name = :name", Long.class).setParameter("tenant", tenant).setParameter("kind", SubscriptionKind.SIGNAL.name())
                .setParameter("name", MessageAddress.of(name, null).name()).getSingleResult();
        return last == null ? 0 : last;
    }

    /** How many wait for the signal now. */
    public long countWaitingForSignal(String tenant, String name) {
        return em.createQuery("select count(s.id) from SubscriptionRow s where s.tenant = :tenant and s.kind = :kind"
                + " and s.name = :name", Long.class).setParameter("tenant", tenant).setParameter("kind", SubscriptionKind.SIGNAL.name())
                .setParameter("name", MessageAddress.of(name, null).name()).getSingleResult();
    }

    /** Who waits for the signal behind the one and up to the other; at most so many, in their order. */
    public List<SubscriptionRow> waitingForSignal(String tenant, String name, long after, long last, int most) {
        return em.createQuery("select s from SubscriptionRow s where s.tenant = :tenant and s.kind = :kind and s.name = :name"
                + " and s.id > :after and s.id <= :last order by s.id", SubscriptionRow.class).setParameter("tenant", tenant)
                .setParameter("kind", SubscriptionKind.SIGNAL.name()).setParameter("name", MessageAddress.of(name, null).name())
                .setParameter("after", after).setParameter("last", last).setMaxResults(most).getResultList();
    }

    // ---- definitions that begin ----

    /** Definitions that begin at this message or signal, the newest first. */
    public List<EventStartRow> starts(String tenant, SubscriptionKind kind, String name) {
        return em.createQuery("select s from EventStartRow s where s.tenant = :tenant and s.kind = :kind and s.name = :name"
                + " order by s.definitionId desc, s.id", EventStartRow.class).setParameter("tenant", tenant)
                .setParameter("kind", kind.name()).setParameter("name", MessageAddress.of(name, null).name()).getResultList();
    }

    public Optional<EventStartRow> findStart(String tenant, long id) {
        return Optional.ofNullable(em.find(EventStartRow.class, new TenantKey(tenant, id)));
    }

    public void insert(EventStartRow start) {
        em.persist(start);
    }

    /** A definition no longer begins at events, and no timer of it is due any more. */
    public void removeStarts(String tenant, long definitionId) {
        List<Long> ids = em.createQuery("select s.id from EventStartRow s where s.tenant = :tenant and s.definitionId = :definition",
                Long.class).setParameter("tenant", tenant).setParameter("definition", definitionId).getResultList();
        for (List<Long> some : Portions.of(ids)) {
            for (String entity : List.of("EventStartRow", "JobRow")) {
                em.createQuery("delete from " + entity + " r where r.tenant = :tenant and r.id in :ids")
                        .setParameter("tenant", tenant).setParameter("ids", some).executeUpdate();
            }
        }
    }

    // ---- messages that wait ----

    public void keep(MessageRow message) {
        em.persist(message);
    }

    public Optional<MessageRow> find(String tenant, long id) {
        return Optional.ofNullable(em.find(MessageRow.class, new TenantKey(tenant, id)));
    }

    /** Kept messages under this address, the oldest first; at most so many. */
    public List<Long> kept(String tenant, MessageAddress address, int most) {
        return em.createQuery("select m.id from MessageRow m where m.tenant = :tenant and m.name = :name and m.key = :key"
                + " order by m.id", Long.class).setParameter("tenant", tenant).setParameter("name", address.name())
                .setParameter("key", address.key()).setMaxResults(most).getResultList();
    }

    /** Takes the message out, in the transaction in which it is received. False when somebody else did. */
    public boolean take(String tenant, long id) {
        return em.createQuery("delete from MessageRow m where m.tenant = :tenant and m.id = :id")
                .setParameter("tenant", tenant).setParameter("id", id).executeUpdate() == 1;
    }
}
