package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.contract.HandoverItemState;

/** Rows of handovers and their items. */
@Singleton
public class HandoverStore {

    private final EntityManager em;

    @Inject
    public HandoverStore(EntityManager em) {
        this.em = em;
    }

    public void insert(HandoverRow row, List<HandoverItemRow> items) {
        em.persist(row);
        items.forEach(em::persist);
    }

    public Optional<HandoverRow> find(String tenant, long id) {
        return em.createQuery("select h from HandoverRow h where h.tenant = :tenant and h.id = :id", HandoverRow.class)
                .setParameter("tenant", tenant).setParameter("id", id).setHint("eclipselink.read-only", "true").getResultStream().findFirst();
    }

    /** The same, which nobody else changes until this is over. */
    public Optional<HandoverRow> hold(String tenant, long id) {
        return em.createQuery("select h from HandoverRow h where h.tenant = :tenant and h.id = :id", HandoverRow.class)
                .setParameter("tenant", tenant).setParameter("id", id).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.refresh", true).getResultStream().findFirst();
    }

    /** In the order of their ids, with what this transaction did to them. */
    public List<HandoverItemRow> items(String tenant, long handoverId) {
        return em.createQuery("select i from HandoverItemRow i where i.tenant = :tenant and i.handoverId = :handover order by i.id", HandoverItemRow.class)
                .setParameter("tenant", tenant).setParameter("handover", handoverId).setHint("eclipselink.refresh", true).getResultList();
    }

    /** How many items of each state the handovers have; their ids first. */
    public Map<Long, Map<String, Integer>> counts(String tenant, Collection<Long> handovers) {
        Map<Long, Map<String, Integer>> counts = new HashMap<>();
        if (!handovers.isEmpty()) {
            em.createQuery("select i.handoverId, i.state, count(i) from HandoverItemRow i where i.tenant = :tenant and i.handoverId in :handovers"
                    + " group by i.handoverId, i.state", Object[].class).setParameter("tenant", tenant).setParameter("handovers", handovers).getResultList()
                    .forEach(r -> counts.computeIfAbsent((Long) r[0], k -> new HashMap<>()).put((String) r[1], ((Number) r[2]).intValue()));
        }
        return counts;
    }

    /** Those of one side, the latest first. */
    public List<HandoverRow> page(String tenant, boolean giver, String person, long before, int most) {
        return em.createQuery("select h from HandoverRow h where h.tenant = :tenant and h." + (giver ? "giver" : "receiver") + " = :person"
                + " and h.id < :before order by h.id desc", HandoverRow.class).setParameter("tenant", tenant).setParameter("person", person)
                .setParameter("before", before).setHint("eclipselink.read-only", "true").setMaxResults(most).getResultList();
    }

    /** What came of an item that waited; one that waits no longer stays as it is. */
    public void settle(HandoverItemRow row) {
        em.createQuery("update HandoverItemRow i set i.state = :state, i.newItemId = :newItem, i.code = :code, i.reason = :reason"
                + " where i.tenant = :tenant and i.handoverId = :handover and i.id = :id and i.state = :pending").setParameter("state", row.state)
                .setParameter("newItem", row.newItemId).setParameter("code", row.code).setParameter("reason", row.reason).setParameter("tenant", row.tenant)
                .setParameter("handover", row.handoverId).setParameter("id", row.id).setParameter("pending", HandoverItemState.PENDING.name()).executeUpdate();
    }

    /** Id, definition and title of the instances. */
    public Map<Long, Object[]> instances(String tenant, Collection<Long> ids) {
        Map<Long, Object[]> found = new HashMap<>();
        for (List<Long> some : Portions.of(ids)) {
            em.createQuery("select i.id, i.defKey, i.title from InstanceRow i where i.tenant = :tenant and i.id in :ids", Object[].class)
                    .setParameter("tenant", tenant).setParameter("ids", some).getResultList().forEach(r -> found.put((Long) r[0], r));
        }
        return found;
    }
}
