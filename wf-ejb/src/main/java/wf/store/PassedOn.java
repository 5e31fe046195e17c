package wf.store;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.stream.Collectors;
import wf.contract.WorkItemState;

/**
 * Rows of what somebody had and another has got since, or has done in his stead (§6.7), by which he finds it. They are few, so that they have a table of
 * their own instead of one more index on all that was ever closed.
 */
final class PassedOn {

    private static final String FROM_CLOSED = "insert into wf_passed_on (tenant, item_id, person, instance_id, started_at, passed_at)"
            + " select w.tenant, w.id, w.owner, w.instance_id, w.started_at, w.closed_at from wf_work_item_closed w where w.tenant = ?1 and w.instance_id = ?2"
            + " and w.owner is not null and (w.state = 'TRANSFERRED' or w.state in ('SUBMITTED', 'RETURNED') and w.handled_by is not null and w.handled_by <> w.owner)"
            + " and not exists (select 1 from wf_passed_on p where p.tenant = w.tenant and p.item_id = w.id)";

    private PassedOn() { }

    /** Whether its owner is another than who has it, or did it. */
    private static boolean is(ClosedItemRow row) {
        return row.owner != null && (row.state.equals(WorkItemState.TRANSFERRED.name()) || row.handledBy != null && !row.handledBy.equals(row.owner));
    }

    static void note(Writes writes, ClosedItemRow row) {
        if (is(row)) {
            writes.change("insert into wf_passed_on (tenant, item_id, person, instance_id, started_at, passed_at) values (?, ?, ?, ?, ?, ?)",
                    row.tenant, row.id, row.owner, row.instanceId, row.startedAt, row.closedAt);
        }
    }

    /** It counts as done by nobody. */
    static void forget(Writes writes, String tenant, long itemId) {
        writes.change("delete from wf_passed_on where tenant = ? and item_id = ?", tenant, itemId);
    }

    /** While the instance is deleted it stands in no list. */
    static void hide(Writes writes, String tenant, long instanceId, int hidden) {
        writes.change("update wf_passed_on set hidden = ? where tenant = ? and instance_id = ?", hidden, tenant, instanceId);
    }

    static void toArchive(EntityManager em, String tenant, Collection<Long> instances) {
        em.createNativeQuery("update wf_passed_on set hidden = 1 where tenant = ?1 and instance_id in "
                + instances.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"))).setParameter(1, tenant).executeUpdate();
    }

    /** What went to the archive before there were such rows gets them now. */
    static void fromArchive(EntityManager em, String tenant, long instanceId) {
        em.createNativeQuery(FROM_CLOSED).setParameter(1, tenant).setParameter(2, instanceId).executeUpdate();
        em.createNativeQuery("update wf_passed_on set hidden = (select case when i.state = 'DELETED' then 1 else 0 end from wf_instance i where i.tenant = ?1 and i.id = ?2)"
                + " where tenant = ?1 and instance_id = ?2").setParameter(1, tenant).setParameter(2, instanceId).executeUpdate();
    }

    /** What somebody has given away by a handover, which is a replacement to the engine. */
    static void given(EntityManager em, String tenant, long itemId) {
        em.createNativeQuery("insert into wf_passed_on (tenant, item_id, person, instance_id, started_at, passed_at)"
                + " select w.tenant, w.id, w.owner, w.instance_id, w.started_at, w.closed_at from wf_work_item_closed w where w.tenant = ?1 and w.id = ?2"
                + " and not exists (select 1 from wf_passed_on p where p.tenant = w.tenant and p.item_id = w.id)")
                .setParameter(1, tenant).setParameter(2, itemId).executeUpdate();
    }

    /** Whether he had something of the instance that another has got since. */
    static boolean has(EntityManager em, String tenant, long instanceId, String person) {
        return !em.createNativeQuery("select 1 from wf_passed_on where tenant = ?1 and instance_id = ?2 and person = ?3").setParameter(1, tenant)
                .setParameter(2, instanceId).setParameter(3, person).setMaxResults(1).getResultList().isEmpty();
    }
}
