package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import wf.contract.TicketState;

/** Tickets: what was handed in and is carried out by and by, in each instance in the order in which it came. */
@Singleton
public class TicketStore {

    private static final int LONGEST_MESSAGE = 4_000;
    private final EntityManager em;
    private final JobStore jobs;
    private final Sealing sealing;

    @Inject
    public TicketStore(EntityManager em, JobStore jobs, Sealing sealing) {
        this.em = em;
        this.jobs = jobs;
        this.sealing = sealing;
    }

    /**
     * Hands in the item, and keeps the ticket with the job that carries it out: all go to the database together, and the job is what
     * wakes a worker.
     *
     * @param item about which it is, as it was read
     * @param definitionId of the instance, by which it is known whether the request is to be sealed
     * @throws Conflict when the item has changed since it was read, or the operation id has just been used for another
     */
    public void keep(TicketRow row, WorkItemRow item, long definitionId, String request) {
        row.state = TicketState.WAITING.name();
        row.request = sealing.seal(row.tenant, row.instanceId, definitionId, request);
        Writes writes = new Writes(em, () -> { });
        WorkItemStore.handIn(writes, item, row.acceptedAt);
        writes.insert(row);
        jobs.post(writes, row);
        writes.send();
    }

    public Optional<TicketRow> find(String tenant, long id) {
        return Optional.ofNullable(em.find(TicketRow.class, new TenantKey(tenant, id), Map.of("eclipselink.refresh", true)));
    }

    /** Under the operation id of a client; one that has failed gives that up, as what is refused at once does. */
    public Optional<TicketRow> find(String tenant, String opId) {
        return em.createQuery("select t from TicketRow t where t.tenant = :tenant and t.opId = :op and t.lapsed = 0", TicketRow.class)
                .setParameter("tenant", tenant).setParameter("op", opId).getResultStream().findFirst();
    }

    /** Whether something else was handed in for the same instance before it, by the number of the database and no node's clock, and waits still. */
    public boolean isBehindOthers(TicketRow row) {
        return !em.createQuery("select t.id from TicketRow t where t.tenant = :tenant and t.instanceId = :instance and t.state = :waiting"
                + " and (t.turn < :turn or t.turn = :turn and (t.acceptedAt < :at or t.acceptedAt = :at and t.id < :id))", Long.class).setParameter("turn", row.turn).setParameter("tenant", row.tenant)
                .setParameter("instance", row.instanceId).setParameter("waiting", TicketState.WAITING.name())
                .setParameter("at", row.acceptedAt).setParameter("id", row.id).setMaxResults(1).getResultList().isEmpty();
    }

    /** What was sent; empty once it is over. */
    public Optional<String> request(TicketRow row) {
        return Optional.ofNullable(row.request).map(r -> sealing.open(row.tenant, row.instanceId, r));
    }

    public void done(TicketRow row, Instant at, String reply) {
        end(row, TicketState.DONE, at);
        row.code = null;
        row.message = null;
        row.reply = reply;
        row.request = null;
    }

    /** @param again whether an administrator may have it tried once more, for which the request is needed */
    public void failed(TicketRow row, Instant at, String code, String message, boolean again) {
        end(row, TicketState.FAILED, at);
        row.lapsed = row.id;
        row.code = code;
        row.message = Column.fit(message, LONGEST_MESSAGE);
        row.request = again ? row.request : null;
    }

    /** It is tried once more. */
    public void reopen(TicketRow row) {
        row.state = TicketState.WAITING.name();
        row.endedAt = null;
        row.code = null;
        row.message = null;
        row.lapsed = 0;
    }

    private static void end(TicketRow row, TicketState state, Instant at) {
        row.state = state.name();
        row.endedAt = at;
    }

    /** Forgets those that have been over for so long; answers how many there were. */
    public int forget(String tenant, Instant endedBefore) {
        return em.createQuery("delete from TicketRow t where t.tenant = :tenant and t.endedAt < :before")
                .setParameter("tenant", tenant).setParameter("before", endedBefore).executeUpdate();
    }
}
