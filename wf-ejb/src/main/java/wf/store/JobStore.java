package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wf.contract.JobState;
import wf.instance.Event;
import wf.instance.ProcessInstance;

/**
 * The table of jobs. Who may work on a row is settled twice: a lease keeps others away while somebody does, and the row
 * is deleted in the transaction of its effect, by whoever gets there first. So a lease that ran out too early costs an
 * attempt and never a second effect.
 */
@Singleton
public class JobStore {

    private static final int LONGEST_ERROR = 1_000;
    private final EntityManager em;
    private final Ids ids;
    private String due;

    @Inject
    public JobStore(EntityManager em, Ids ids) {
        this.em = em;
        this.ids = ids;
    }

    static JobRow row(String tenant, long id, JobType type, Instant dueAt, JobBody body) {
        JobRow row = new JobRow();
        row.tenant = tenant;
        row.id = id;
        row.kind = type.name();
        row.state = JobState.READY.name();
        row.dueAt = dueAt.truncatedTo(ChronoUnit.MICROS);
        row.body = Json.write(body);
        return row;
    }

    // ---- posting ----

    /** What the events of an operation ask for; answers what is due at once. */
    public List<JobRow> project(Writes writes, String tenant, ProcessInstance before, ProcessInstance after, List<Event> events, Instant now,
            Instant reserved) {
        return new WaitProjection(em, writes, ids, tenant, before, after, now).write(events, reserved);
    }

    /** Whether the events asked for nothing that was due when they happened. */
    public boolean isSettled(String tenant, ProcessInstance before, ProcessInstance after, List<Event> events, Instant then) {
        return new WaitProjection(em, null, ids, tenant, before, after, then).isSettled(events);
    }

    /** A job that no operation of an instance posts. */
    public JobRow post(String tenant, long id, JobType type, Instant dueAt, JobBody body, Instant reserved) {
        JobRow row = row(tenant, id, type, dueAt, body);
        row.leaseUntil = reserved;
        em.persist(row);
        return row;
    }

    /** A signal on its way to an instance that waits for it. */
    public JobRow post(SubscriptionRow to, Instant now, JobBody body, Instant reserved) {
        JobRow row = row(to.tenant, ids.next(), JobType.TRIGGER, now, body);
        row.instanceId = to.instanceId;
        row.nodeId = to.nodeId;
        row.leaseUntil = reserved;
        em.persist(row);
        return row;
    }

    /** A definition that is to begin. */
    public JobRow post(EventStartRow start, JobType type, long id, Instant dueAt, JobBody body, Instant reserved) {
        JobRow row = row(start.tenant, id, type, dueAt, body);
        row.definitionId = start.definitionId;
        row.nodeId = start.eventNode;
        row.leaseUntil = reserved;
        em.persist(row);
        return row;
    }

    /** The rest of a signal, whose first receivers have been told. */
    public JobRow post(String tenant, Long thrownBy, Instant now, JobBody rest, Instant reserved) {
        JobRow row = row(tenant, ids.next(), JobType.SIGNAL, now, rest);
        row.instanceId = thrownBy;
        row.leaseUntil = reserved;
        em.persist(row);
        return row;
    }

    /** A beginning that was refused: a person may look at it and have it tried again. */
    public void postDead(EventStartRow start, Instant dueAt, JobBody body, String error) {
        JobRow row = post(start, JobType.START, ids.next(), dueAt, body, null);
        row.state = JobState.DEAD.name();
        row.lastError = shortened(error);
    }

    // ---- working ----

    /** Takes the oldest due row that nobody works on, of any tenant, for as long as the lease lasts; the attempt counts. */
    public Optional<JobRow> claim(Instant now, Instant leaseUntil) {
        if (due == null) {
            due = "select * from wf_job where state = 'READY' and due_at <= ?1 and (lease_until is null or lease_until <= ?1)"
                    + " order by due_at, id limit 1" + Database.of(em).skipsLocked();
        }
        OffsetDateTime at = now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        @SuppressWarnings("unchecked")
        List<JobRow> found = em.createNativeQuery(due, JobRow.class).setParameter(1, at).getResultList();
        return found.stream().findFirst().filter(row -> {
            em.detach(row);
            return lease(row, leaseUntil, row.attempts + 1);
        });
    }

    /** Keeps others away from a row that is as this one knows it. */
    public boolean lease(JobRow row, Instant until, int attempts) {
        Instant to = until.truncatedTo(ChronoUnit.MICROS);
        boolean mine = asKnown(row, em.createQuery("update JobRow j set j.leaseUntil = :until, j.attempts = :attempts"
                + whereAsKnown(row))).setParameter("until", to).setParameter("attempts", attempts).executeUpdate() == 1;
        if (mine) {
            row.leaseUntil = to;
            row.attempts = attempts;
        }
        return mine;
    }

    /** Takes the row out, in the transaction of its effect. False when somebody else did, or it is not asked for now. */
    public boolean take(String tenant, long id) {
        return em.createQuery("delete from JobRow j where j.tenant = :tenant and j.id = :id and j.state = :ready")
                .setParameter("tenant", tenant).setParameter("id", id).setParameter("ready", JobState.READY.name()).executeUpdate() == 1;
    }

    /** Takes out a row that asks for nothing any more, if it still is as this one knows it. */
    public void drop(JobRow row) {
        asKnown(row, em.createQuery("delete from JobRow j" + whereAsKnown(row))).executeUpdate();
    }

    /** Not now, but then. */
    public void postpone(JobRow row, Instant dueAt, int attempts, String error) {
        change(row, JobState.READY, dueAt, attempts, error);
    }

    /** Nobody tries it any more. */
    public void giveUp(JobRow row, String error) {
        change(row, JobState.DEAD, row.dueAt, row.attempts, error);
    }

    private void change(JobRow row, JobState state, Instant dueAt, int attempts, String error) {
        asKnown(row, em.createQuery("update JobRow j set j.state = :state, j.dueAt = :due, j.attempts = :attempts,"
                + " j.leaseUntil = null, j.lastError = :error" + whereAsKnown(row)))
                .setParameter("state", state.name()).setParameter("due", dueAt.truncatedTo(ChronoUnit.MICROS))
                .setParameter("attempts", attempts)
                .setParameter("error", shortened(error)).executeUpdate();
    }

    private static String shortened(String error) {
        return error == null ? "" : error.substring(0, Math.min(error.length(), LONGEST_ERROR));
    }

    /** Whoever has lost his lease changes nothing: the row may stand for the timer's next time by now, or be parked. */
    private static String whereAsKnown(JobRow row) {
        return " where j.tenant = :tenant and j.id = :id and j.state = 'READY' and j.attempts = :seen and j.leaseUntil "
                + (row.leaseUntil == null ? "is null" : "= :lease");
    }

    private static Query asKnown(JobRow row, Query query) {
        query.setParameter("tenant", row.tenant).setParameter("id", row.id).setParameter("seen", row.attempts);
        // A null as parameter would have no type, which PostgreSQL refuses.
        return row.leaseUntil == null ? query : query.setParameter("lease", row.leaseUntil);
    }

    /** A timer that begins a definition is due again; false when it is not as the caller knows it. */
    public boolean repeat(JobRow row, Instant dueAt, JobBody body) {
        return em.createQuery("update JobRow j set j.dueAt = :due, j.attempts = 0, j.leaseUntil = null, j.body = :body"
                + " where j.tenant = :tenant and j.id = :id and j.body = :seen")
                .setParameter("due", dueAt).setParameter("body", Json.write(body)).setParameter("tenant", row.tenant)
                .setParameter("id", row.id).setParameter("seen", row.body).executeUpdate() == 1;
    }

    /** A job that comes round is due again, and what went wrong before is over; false when it is not as the caller knows it. */
    public boolean renew(JobRow row, Instant dueAt, JobBody body) {
        return em.createQuery("update JobRow j set j.dueAt = :due, j.attempts = 0, j.leaseUntil = null, j.body = :body, j.lastError = ''"
                + " where j.tenant = :tenant and j.id = :id and j.body = :seen")
                .setParameter("due", dueAt.truncatedTo(ChronoUnit.MICROS)).setParameter("body", Json.write(body))
                .setParameter("tenant", row.tenant).setParameter("id", row.id).setParameter("seen", row.body).executeUpdate() == 1;
    }

    /** A job that comes round is due at once, unless somebody works on it already. */
    public boolean hurry(String tenant, long id, Instant now) {
        return em.createQuery("update JobRow j set j.dueAt = :now where j.tenant = :tenant and j.id = :id"
                + " and (j.leaseUntil is null or j.leaseUntil <= :now)")
                .setParameter("now", now.truncatedTo(ChronoUnit.MICROS)).setParameter("tenant", tenant).setParameter("id", id)
                .executeUpdate() == 1;
    }

    /** Whoever reserved these rows comes no further: everybody may work on them. What has no row yet gets one. */
    public void release(Collection<JobRow> rows) {
        rows.stream().filter(r -> r.id == 0).forEach(r -> post(r.tenant, ids.next(), r.type(), r.dueAt, r.content(), null));
        rows.stream().filter(r -> r.id != 0).collect(Collectors.groupingBy(r -> r.tenant, Collectors.mapping(r -> r.id, Collectors.toList())))
                .forEach((tenant, stored) -> Portions.of(stored).forEach(some -> release(tenant, some)));
    }

    private void release(String tenant, List<Long> some) {
        em.createQuery("update JobRow j set j.leaseUntil = null where j.tenant = :tenant and j.id in :ids")
                .setParameter("tenant", tenant).setParameter("ids", some).executeUpdate();
    }

    /** Every kept message looks for its receiver at once: after a crash nobody else may do it. */
    public void hurryKeptMessages(Instant now) {
        em.createQuery("update JobRow j set j.dueAt = :now where j.kind = :kind and j.state = :ready and j.dueAt > :now")
                .setParameter("now", now).setParameter("kind", JobType.MATCH.name()).setParameter("ready", JobState.READY.name())
                .executeUpdate();
    }

    /** Messages of this name that were kept look for their receiver at once: there is a definition now that begins at them. */
    public void hurryKeptMessages(String tenant, String name, Instant now) {
        em.createQuery("update JobRow j set j.dueAt = :now where j.tenant = :tenant and j.kind = :kind and j.state = :ready"
                + " and j.id in (select m.id from MessageRow m where m.tenant = :tenant and m.name = :name)")
                .setParameter("now", now).setParameter("tenant", tenant).setParameter("kind", JobType.MATCH.name())
                .setParameter("ready", JobState.READY.name()).setParameter("name", name).executeUpdate();
    }

    // ---- looking ----

    /** Tenants with an organisation. */
    public List<String> tenants() {
        return em.createQuery("select v.tenant from OrgVersionRow v order by v.tenant", String.class).getResultList();
    }

    /** The row as it is now. */
    public Optional<JobRow> find(String tenant, long id) {
        JobRow row = em.find(JobRow.class, new TenantKey(tenant, id), Map.of("eclipselink.refresh", true));
        if (row != null && em.isJoinedToTransaction()) {
            em.detach(row);
        }
        return Optional.ofNullable(row);
    }

    /** When the next row of any tenant is due; for tests that let time pass. */
    public Optional<Instant> nextDue() {
        return em.createQuery("select j.dueAt from JobRow j where j.state = :ready order by j.dueAt", Instant.class)
                .setParameter("ready", JobState.READY.name()).setMaxResults(1).getResultStream().findFirst();
    }

    /** A person wants a dead row tried again; false when it is not dead. The row becomes as it is stored then. */
    public boolean revive(JobRow row, Instant now, Instant reserved) {
        row.state = JobState.READY.name();
        row.dueAt = now;
        row.attempts = 0;
        row.leaseUntil = reserved;
        Query update = em.createQuery("update JobRow j set j.state = :ready, j.dueAt = :now, j.attempts = 0, j.leaseUntil = "
                + (reserved == null ? "null" : ":reserved") + " where j.tenant = :tenant and j.id = :id and j.state = :dead")
                .setParameter("ready", row.state).setParameter("dead", JobState.DEAD.name()).setParameter("now", now)
                .setParameter("tenant", row.tenant).setParameter("id", row.id);
        return (reserved == null ? update : update.setParameter("reserved", reserved)).executeUpdate() == 1;
    }
}
