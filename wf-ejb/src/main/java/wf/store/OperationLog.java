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

    /** As part of a query on anything of the tenant: how often an operation succeeded under the id {@code :op}. */
    static final String KNOWN = "(select count(j.seq) from JournalRow j where j.tenant = :tenant and j.opId = :op and j.sole = 1),"
            + " (select count(o.opId) from OperationRow o where o.tenant = :tenant and o.opId = :op)";

    /** Whether one of the two {@link #KNOWN} counts says so. */
    static boolean isKnown(Object[] row, int at) {
        return (Long) row[at] + (Long) row[at + 1] > 0;
    }

    public void remember(String tenant, String opId, String actor, String payloadHash, Instant at, Object reply) {
        OperationRow row = new OperationRow();
        row.tenant = tenant;
        row.opId = opId;
        row.actor = actor;
        row.payloadHash = payloadHash;
        row.happenedAt = at;
        row.reply = Json.writeBean(reply);
        em.persist(row);
    }
}
