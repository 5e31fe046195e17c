package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;

/**
 * What somebody may as starter or reader of an instance because whoever was that before has handed it over to him (U2). Who
 * started an instance stays what it was; he stands beside him.
 */
@Singleton
public class HandedRights {

    private static final String INTO = "insert into wf_handed_right (tenant, person, identity, started_at, instance_id, handover_id)";
    private static final String NOT_YET = " and not exists (select 1 from wf_handed_right h where h.tenant = i.tenant and h.person = ?3 and h.identity = %s"
            + " and h.started_at = i.started_at and h.instance_id = i.id)";
    private static final String OPEN = " from wf_instance i where i.tenant = ?1 and i.ended_at is null and i.state not in ('DRAFT', 'DELETED')";
    private final EntityManager em;

    @Inject
    public HandedRights(EntityManager em) {
        this.em = em;
    }

    /** Of all that has not ended: what the giver started, what he was sent to read, and what came to him in this way. */
    public void copy(HandoverRow handover) {
        of(handover, INTO + " select i.tenant, ?3, 'CREATOR', i.started_at, i.id, ?4" + OPEN + " and i.starter = ?2 and i.starter <> ?3"
                + NOT_YET.formatted("'CREATOR'"));
        of(handover, INTO + " select i.tenant, ?3, 'READER', i.started_at, i.id, ?4" + OPEN + " and exists (select 1 from wf_read_item r where r.tenant = i.tenant"
                + " and r.reader = ?2 and r.instance_id = i.id)" + NOT_YET.formatted("'READER'"));
        of(handover, INTO + " select i.tenant, ?3, g.identity, i.started_at, i.id, ?4 from wf_handed_right g join wf_instance i on i.tenant = g.tenant and i.id = g.instance_id"
                + " where g.tenant = ?1 and g.person = ?2 and i.ended_at is null and i.state not in ('DRAFT', 'DELETED')" + NOT_YET.formatted("g.identity"));
    }

    private void of(HandoverRow handover, String sql) {
        Query query = em.createNativeQuery(sql);
        query.setParameter(1, handover.tenant).setParameter(2, handover.giver).setParameter(3, handover.receiver).setParameter(4, handover.id).executeUpdate();
    }

    /** Whether he has got any such right; hardly anybody has. */
    public static boolean any(EntityManager em, String tenant, String person, String identity) {
        return !em.createNativeQuery("select 1 from wf_handed_right where tenant = ?1 and person = ?2 and identity = ?3").setParameter(1, tenant)
                .setParameter(2, person).setParameter(3, identity).setMaxResults(1).getResultList().isEmpty();
    }

    /** Names of identities that he has got for the instance. */
    @SuppressWarnings("unchecked")
    static List<String> of(EntityManager em, String tenant, long instanceId, String person) {
        return em.createNativeQuery("select identity from wf_handed_right where tenant = ?1 and instance_id = ?2 and person = ?3").setParameter(1, tenant)
                .setParameter(2, instanceId).setParameter(3, person).getResultList();
    }
}
