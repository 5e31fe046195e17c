package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
 * is deleted in the transaction of its effect, by whoever had it last. Each change of hands counts up the row's epoch, and
 * whoever comes back with an older one, from however long a sleep, changes nothing.
 */
@Singleton
public class JobStore {

    private static final int LONGEST_ERROR = 1_000;
    /** Both probes go by an index; that a row is no hindrance to itself also keeps PostgreSQL from reading all leases at once. */
    private static final String DUE = "select j.* from wf_job j where j.state = 'READY' and j.due_at <= ?1"
            + " and (j.lease_until is null or j.lease_until <= ?1) and (j.instance_id is null or j.kind = 'CALL' or not exists"
            + " (select 1 from wf_job o where o.tenant = j.tenant and o.instance_id = j.instance_id and o.lease_until > ?1"
            + " and o.kind <> 'CALL' and o.id <> j.id)) order by j.due_at, j.id limit ";
    /** Whoever has lost his lease changes nothing: the row may stand for the timer's next time by now, or be parked. */
    private static final String AS_KNOWN = " where j.tenant = :tenant and j.id = :id and j.state = 'READY' and j.leaseEpoch = :epoch";
    private final EntityManager em;
    private final Ids ids;
    private final Alarm alarm;
    private final Turns turns;

    @Inject
    public JobStore(EntityManager em, Ids ids, Alarm alarm, Turns turns) {
        this.em = em;
        this.ids = ids;
        this.alarm = alarm;
        this.turns = turns;
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
        WaitProjection projection = new WaitProjection(em, writes, ids, tenant, before, after, now);
        List<JobRow> due = projection.write(events, reserved);
        projection.firstLeftToTheTick(reserved).ifPresent(alarm::set);
        return due;
    }

    /** Whether the events asked for nothing that was due when they happened. */
    public boolean isSettled(String tenant, ProcessInstance before, ProcessInstance after, List<Event> events, Instant then) {
        return new WaitProjection(em, null, ids, tenant, before, after, then).isSettled(events);
    }

    /** A job that no operation of an instance posts. */
    public JobRow post(String tenant, long id, JobType type, Instant dueAt, JobBody body, Instant reserved) {
        JobRow row = row(tenant, id, type, dueAt, body);
        return posted(row, reserved);
    }

    /** What carries out the ticket, as soon as somebody has time. */
    void post(Writes writes, TicketRow ticket) {
        JobRow row = row(ticket.tenant, ticket.id, JobType.COMMAND, ticket.acceptedAt, JobBody.named(ticket.operation, null, null));
        row.instanceId = ticket.instanceId;
        writes.insert(row);
        alarm.set(row.dueAt);
    }

    /** A signal on its way to an instance that waits for it. */
    public JobRow post(SubscriptionRow to, Instant now, JobBody body, Instant reserved) {
        JobRow row = row(to.tenant, ids.next(), JobType.TRIGGER, now, body);
        row.instanceId = to.instanceId;
        row.nodeId = to.nodeId;
        return posted(row, reserved);
    }

    /** A definition that is to begin. */
    public JobRow post(EventStartRow start, JobType type, long id, Instant dueAt, JobBody body, Instant reserved) {
        JobRow row = row(start.tenant, id, type, dueAt, body);
        row.definitionId = start.definitionId;
        row.nodeId = start.eventNode;
        return posted(row, reserved);
    }

    /** The rest of a signal, whose first receivers have been told. */
    public JobRow post(String tenant, Long thrownBy, Instant now, JobBody rest, Instant reserved) {
        JobRow row = row(tenant, ids.next(), JobType.SIGNAL, now, rest);
        row.instanceId = thrownBy;
        return posted(row, reserved);
    }

    private JobRow posted(JobRow row, Instant reserved) {
        row.leaseUntil = reserved;
        em.persist(row);
        if (reserved == null) {
            alarm.set(row.dueAt);
        }
        return row;
    }

    /** A beginning that was refused: a person may look at it and have it tried again. */
    public void postDead(EventStartRow start, Instant dueAt, JobBody body, String error) {
        JobRow row = post(start, JobType.START, ids.next(), dueAt, body, null);
        row.state = JobState.DEAD.name();
        row.lastError = Column.filled(error, LONGEST_ERROR);
    }

    /** What cannot be told: as above. */
    void postDead(OutboxRow untold, Instant now, String error) {
        JobRow row = row(untold.tenant, ids.next(), JobType.TELL, now, JobBody.untold(untold));
        // With it the instance stays out of the archive, where its journal could not be told of any more.
        row.instanceId = untold.instanceId == 0 ? null : untold.instanceId;
        row.state = JobState.DEAD.name();
        row.attempts = untold.attempts;
        row.lastError = Column.filled(error, LONGEST_ERROR);
        em.persist(row);
    }

    // ---- working ----

    /**
     * Takes the oldest due rows that nobody works on, of any tenant, for as long as the lease lasts; the attempt counts. While
     * somebody works on a job of an instance, nobody else begins another of it: the two would only clash. Calls to other
     * systems may take long, hinder nobody, and are made side by side.
     */
    public List<JobRow> claim(String owner, int most, Instant now, Instant leaseUntil) {
        @SuppressWarnings("unchecked")
        List<JobRow> rows = em.createNativeQuery(DUE + most + Database.of(em).skipsLocked(), JobRow.class)
                .setParameter(1, at(now)).getResultList();
        if (!rows.isEmpty()) {
            rows.forEach(em::detach);
            take(rows, owner, leaseUntil.truncatedTo(ChronoUnit.MICROS));
        }
        return rows;
    }

    /** All of them by one statement, of however many tenants: the rows are held by this transaction. */
    private void take(List<JobRow> rows, String owner, Instant until) {
        Map<String, List<JobRow>> byTenant = rows.stream().collect(Collectors.groupingBy(r -> r.tenant));
        List<Object> values = new ArrayList<>(List.of(owner, at(until)));
        List<String> which = new ArrayList<>();
        byTenant.forEach((tenant, some) -> {
            values.add(tenant);
            some.forEach(r -> values.add(r.id));
            which.add("tenant = ? and id in (" + Writes.places(some.size()) + ")");
        });
        Query update = em.createNativeQuery("update wf_job set lease_owner = ?, lease_until = ?, lease_epoch = lease_epoch + 1,"
                + " attempts = attempts + 1 where " + String.join(" or ", which));
        for (int i = 0; i < values.size(); i++) {
            update.setParameter(i + 1, values.get(i));
        }
        update.executeUpdate();
        rows.forEach(row -> {
            row.leaseOwner = owner;
            row.leaseUntil = until;
            row.leaseEpoch++;
            row.attempts++;
        });
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** Keeps others away from a row that is as this one knows it. */
    public boolean lease(JobRow row, Instant until, int attempts) {
        Instant to = until.truncatedTo(ChronoUnit.MICROS);
        boolean mine = asKnown(row, em.createQuery("update JobRow j set j.leaseUntil = :until, j.attempts = :attempts,"
                + " j.leaseEpoch = j.leaseEpoch + 1" + AS_KNOWN)).setParameter("until", to).setParameter("attempts", attempts)
                .executeUpdate() == 1;
        if (mine) {
            row.leaseUntil = to;
            row.attempts = attempts;
            row.leaseEpoch++;
        }
        return mine;
    }

    /**
     * Whether the row still is the caller's, who has its effect in this transaction; until that ends nobody else gets it. For
     * rows that go with what the instance says of them, which also keeps an answer that comes while it stands still. The instance is
     * held first, as by people who act on it and thereby on its jobs, and before it its turn on this node, for which they wait before
     * they touch it: who took two of the three the other way round would stand in each other's way.
     */
    public boolean holds(JobRow row) {
        turns.take(row.tenant, row.instanceId);
        return !em.createNativeQuery("select j.id from wf_instance i, wf_job j where i.tenant = ?1 and i.id = ?2 and j.tenant = ?3 and j.id = ?4"
                + " and j.lease_epoch = ?5 for update").setParameter(1, row.tenant).setParameter(2, row.instanceId).setParameter(3, row.tenant)
                .setParameter(4, row.id).setParameter(5, row.leaseEpoch).getResultList().isEmpty();
    }

    /** Takes the row out, in the transaction of its effect. False when it has passed to somebody else, or is not asked for now. */
    public boolean take(JobRow row) {
        return asKnown(row, em.createQuery("delete from JobRow j" + AS_KNOWN)).executeUpdate() == 1;
    }

    /** Nobody has begun with it: it is as if it had not been claimed. */
    public void giveBack(JobRow row) {
        asKnown(row, em.createQuery("update JobRow j set j.leaseUntil = null, j.attempts = j.attempts - 1" + AS_KNOWN)).executeUpdate();
        alarm.set(row.dueAt);
    }

    /** Not now, but then. */
    public void postpone(JobRow row, Instant dueAt, int attempts, String error) {
        change(row, JobState.READY, dueAt, attempts, error);
    }

    /** Not before its instance goes on and says when. */
    public void park(JobRow row) {
        change(row, JobState.PARKED, row.dueAt, 0, null);
    }

    /**
     * It is due at another moment by order. Later, it has missed nothing: what it is done for is that moment. Earlier, it is done for the
     * moment that it had, or it would come at that once more. What is to be done whenever there is time has no such moment.
     */
    public void moved(JobRow row, Instant dueAt) {
        JobBody body = row.content();
        if (body.due() != null && dueAt.isAfter(body.due())) {
            em.createQuery("update JobRow j set j.body = :body where j.tenant = :tenant and j.id = :id and j.leaseEpoch = :epoch")
                    .setParameter("body", Json.write(body.dueAt(dueAt))).setParameter("tenant", row.tenant).setParameter("id", row.id)
                    .setParameter("epoch", row.leaseEpoch).executeUpdate();
        }
        if (row.type() == JobType.SCHEDULE) {
            em.createQuery("update ScheduleRow s set s.nextAt = :due where s.tenant = :tenant and s.jobId = :id").setParameter("due", dueAt)
                    .setParameter("tenant", row.tenant).setParameter("id", row.id).executeUpdate();
        }
    }

    /** Nobody tries it any more. */
    public void giveUp(JobRow row, String error) {
        change(row, JobState.DEAD, row.dueAt, row.attempts, error);
    }

    private void change(JobRow row, JobState state, Instant dueAt, int attempts, String error) {
        asKnown(row, em.createQuery("update JobRow j set j.state = :state, j.dueAt = :due, j.attempts = :attempts,"
                + " j.leaseUntil = null, j.lastError = :error" + AS_KNOWN))
                .setParameter("state", state.name()).setParameter("due", dueAt.truncatedTo(ChronoUnit.MICROS))
                .setParameter("attempts", attempts)
                .setParameter("error", Column.filled(error, LONGEST_ERROR)).executeUpdate();
        alarm.set(dueAt);
    }

    private static Query asKnown(JobRow row, Query query) {
        return query.setParameter("tenant", row.tenant).setParameter("id", row.id).setParameter("epoch", row.leaseEpoch);
    }

    /** A timer that begins a definition is due again; false when it is not as the caller knows it. */
    public boolean repeat(JobRow row, Instant dueAt, JobBody body) {
        return again(row, dueAt, body, "");
    }

    /** A job that comes round is due again, and what went wrong before is over; false when it is not as the caller knows it. */
    public boolean renew(JobRow row, Instant dueAt, JobBody body) {
        return again(row, dueAt, body, ", j.lastError = ''");
    }

    private boolean again(JobRow row, Instant dueAt, JobBody body, String besides) {
        Instant due = dueAt.truncatedTo(ChronoUnit.MICROS);
        alarm.set(due);
        return asKnown(row, em.createQuery("update JobRow j set j.dueAt = :due, j.attempts = 0, j.leaseUntil = null,"
                + " j.leaseEpoch = j.leaseEpoch + 1, j.body = :body" + besides + AS_KNOWN))
                .setParameter("due", due).setParameter("body", Json.write(body)).executeUpdate() == 1;
    }

    /** A job that comes round is due at once, unless somebody works on it already. */
    public boolean hurry(String tenant, long id, Instant now) {
        alarm.set(now);
        return em.createQuery("update JobRow j set j.dueAt = :now where j.tenant = :tenant and j.id = :id"
                + " and (j.leaseUntil is null or j.leaseUntil <= :now)")
                .setParameter("now", now.truncatedTo(ChronoUnit.MICROS)).setParameter("tenant", tenant).setParameter("id", id)
                .executeUpdate() == 1;
    }

    /** Whoever reserved these rows comes no further: everybody may work on them. What has no row yet gets one. */
    public void release(Collection<JobRow> rows) {
        rows.stream().filter(r -> r.id == 0).forEach(r -> post(r.tenant, ids.next(), r.type(), r.dueAt, r.content(), null));
        rows.stream().filter(r -> r.id != 0).collect(Collectors.groupingBy(r -> new Hands(r.tenant, r.leaseEpoch), Collectors.mapping(r -> r.id, Collectors.toList())))
                .forEach((hands, stored) -> Portions.of(stored).forEach(some -> release(hands, some)));
        rows.forEach(r -> alarm.set(r.dueAt));
    }

    private record Hands(String tenant, int epoch) { }

    private void release(Hands hands, List<Long> some) {
        em.createQuery("update JobRow j set j.leaseUntil = null where j.tenant = :tenant and j.id in :ids and j.leaseEpoch = :epoch")
                .setParameter("tenant", hands.tenant()).setParameter("ids", some).setParameter("epoch", hands.epoch()).executeUpdate();
    }

    /** Every kept message looks for its receiver at once: after a crash nobody else may do it. */
    public void hurryKeptMessages(Instant now) {
        em.createQuery("update JobRow j set j.dueAt = :now where j.kind = :kind and j.state = :ready and j.dueAt > :now")
                .setParameter("now", now).setParameter("kind", JobType.MATCH.name()).setParameter("ready", JobState.READY.name())
                .executeUpdate();
    }

    /** Messages of this name that were kept look for their receiver at once: there is a definition now that begins at them. */
    public void hurryKeptMessages(String tenant, String name, Instant now) {
        alarm.set(now);
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

    /** When the next row of any tenant is due, whoever may hold it; for tests that let time pass. */
    public Optional<Instant> nextDue() {
        return nextDue(Instant.EPOCH);
    }

    /** When the next row of any tenant is due after this moment. */
    public Optional<Instant> nextDue(Instant after) {
        return em.createQuery("select j.dueAt from JobRow j where j.state = :ready and j.dueAt > :after order by j.dueAt", Instant.class)
                .setParameter("ready", JobState.READY.name()).setParameter("after", after).setMaxResults(1).getResultStream().findFirst();
    }

    /**
     * A person has decided about a row; false when it has changed since he looked, or somebody works on it now. The row becomes
     * as it is stored then.
     *
     * @param reserved until when it is his alone; null leaves it to everybody
     */
    public boolean decide(JobRow row, JobState to, Instant dueAt, Instant now, Instant reserved) {
        Query update = em.createQuery("update JobRow j set j.state = :to, j.dueAt = :due, j.attempts = 0, j.leaseEpoch = j.leaseEpoch + 1,"
                + " j.leaseUntil = " + (reserved == null ? "null" : ":reserved") + " where j.tenant = :tenant and j.id = :id"
                + " and j.state = :from and j.leaseEpoch = :epoch and (j.leaseUntil is null or j.leaseUntil <= :now)")
                .setParameter("to", to.name()).setParameter("from", row.state).setParameter("due", dueAt).setParameter("now", now)
                .setParameter("tenant", row.tenant).setParameter("id", row.id).setParameter("epoch", row.leaseEpoch);
        boolean mine = (reserved == null ? update : update.setParameter("reserved", reserved)).executeUpdate() == 1;
        if (mine) {
            row.state = to.name();
            row.dueAt = dueAt;
            row.attempts = 0;
            row.leaseUntil = reserved;
            row.leaseEpoch++;
            alarm.set(reserved == null ? dueAt : reserved);
        }
        return mine;
    }
}
