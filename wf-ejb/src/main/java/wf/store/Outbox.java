package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** What is to be told after the commit, written in the same transaction as what happened (§11.3). */
@Singleton
public class Outbox {

    private final EntityManager em;
    private final Ids ids;

    @Inject
    public Outbox(EntityManager em, Ids ids) {
        this.em = em;
        this.ids = ids;
    }

    public void put(String tenant, long instanceId, Instant at, Object message) {
        OutboxRow row = new OutboxRow();
        row.tenant = tenant;
        row.id = ids.next();
        row.instanceId = instanceId;
        row.createdAt = at;
        row.body = Json.write(message);
        em.persist(row);
    }
}
