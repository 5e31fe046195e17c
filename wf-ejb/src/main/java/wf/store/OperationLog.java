package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** Remembers the operations that succeeded by their idempotency key (§0.6); a refused one may be tried again. */
@Singleton
public class OperationLog {

    private final EntityManager em;

    @Inject
    public OperationLog(EntityManager em) {
        this.em = em;
    }

    public Optional<OperationRow> find(String tenant, String opId) {
        return Optional.ofNullable(em.find(OperationRow.class, new OperationKey(tenant, opId)));
    }

    /** Sent at once: when the same was asked for over another node at the same moment, that shows while all can be tried again. */
    public void remember(String tenant, Long instanceId, String opId, String actor, String via, String payloadHash, Instant at, Object reply) {
        OperationRow row = new OperationRow();
        row.tenant = tenant;
        row.opId = opId;
        row.instanceId = instanceId;
        row.actor = actor;
        row.via = via;
        row.payloadHash = payloadHash;
        row.happenedAt = at;
        row.reply = Json.writeBean(reply);
        em.persist(row);
        em.flush();
    }
}
