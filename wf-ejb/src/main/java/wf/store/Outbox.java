package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import wf.contract.MessageKind;
import wf.setting.Setting;
import wf.setting.Settings;

/**
 * What is to be told after the commit, written in the same transaction as what happened (§11.3). A row names the row of
 * the journal that says it and repeats nothing of it.
 *
 * <p>It is born with a lease of the node that writes it, which knows its key after the commit and needs not look for it. What
 * that node leaves behind is anybody's when the lease is over. Whoever has told of a row deletes it, and whoever finds it
 * deleted has told nobody: that is one transaction, so that people are told once.
 */
@Singleton
public class Outbox {

    /** So many keys a node remembers; more it finds as others do. */
    private static final int MOST_FRESH = 20_000;
    private static final String OLDEST_FIRST = " order by r.tenant, r.instance_id, r.seq";
    private final EntityManager em;
    private final Ids ids;
    private final JobStore jobs;
    private final Transactions transactions;
    private final Duration lease;
    private final BlockingQueue<OutboxKey> fresh = new ArrayBlockingQueue<>(MOST_FRESH);
    private volatile Runnable listener = () -> { };

    @Inject
    public Outbox(EntityManager em, Ids ids, JobStore jobs, Transactions transactions, Settings settings) {
        this.em = em;
        this.ids = ids;
        this.jobs = jobs;
        this.transactions = transactions;
        this.lease = settings.time(Setting.RELAY_LEASE_SECONDS, ChronoUnit.SECONDS);
    }

    /** Work that was handed in could not be carried out, which its sender is to know. The caller owns the transaction. */
    public void failed(TicketRow ticket) {
        tell(ticket.tenant, Telling.about("ticket.failed", MessageKind.FAILED.name(), ticket.instanceId, ticket.workItemId, null, List.of("user:" + ticket.person),
                null, ticket.message == null ? ticket.code : ticket.message), ticket.endedAt);
    }

    // ---- writing ----

    public void put(Writes writes, JournalRow what) {
        OutboxRow row = row(what.tenant, what.instanceId, what.seq, what.happenedAt);
        writes.insert(row);
        offered(row);
    }

    /** What is in no journal. The caller owns the transaction. */
    public void tell(String tenant, Telling what, Instant now) {
        OutboxRow row = row(tenant, 0, ids.next(), now.truncatedTo(ChronoUnit.MICROS));
        row.body = what.body();
        em.persist(row);
        offered(row);
    }

    private OutboxRow row(String tenant, long instanceId, long seq, Instant now) {
        OutboxRow row = new OutboxRow();
        row.tenant = tenant;
        row.instanceId = instanceId;
        row.seq = seq;
        row.createdAt = now;
        row.leaseUntil = now.plus(lease);
        return row;
    }

    private void offered(OutboxRow row) {
        OutboxKey key = row.key();
        transactions.afterCommit(() -> {
            fresh.offer(key);
            listener.run();
        });
    }

    /** Who is woken when this node has something to tell; it must be quick. */
    public void onFresh(Runnable woken) {
        listener = woken;
    }

    // ---- telling ----

    /** Keys of what this node has written since, the oldest first; each once. */
    public Set<OutboxKey> fresh(int most) {
        List<OutboxKey> keys = new ArrayList<>();
        fresh.drainTo(keys, most);
        return new LinkedHashSet<>(keys);
    }

    public boolean hasFresh() {
        return !fresh.isEmpty();
    }

    /** What could not go out yet is this node's still. */
    public void again(Collection<OutboxKey> keys) {
        keys.forEach(fresh::offer);
    }

    /** Takes rows whose lease is over, of any tenant, for as long as a new lease lasts. */
    public Set<OutboxKey> claim(Instant now, int most) {
        OffsetDateTime at = now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        List<OutboxRow> rows = Rows.of(em, OutboxRow.class, "r.lease_until <= ?" + OLDEST_FIRST + " limit " + most + Database.of(em).skipsLocked(), at);
        Set<OutboxKey> keys = rows.stream().map(OutboxRow::key).collect(Collectors.toCollection(LinkedHashSet::new));
        byTenant(keys).forEach(some -> postpone(some, now.plus(lease), 0));
        return keys;
    }

    private static Collection<List<OutboxKey>> byTenant(Collection<OutboxKey> keys) {
        return keys.stream().collect(Collectors.groupingBy(k -> k.tenant)).values();
    }

    /** What waits of the instances that these keys name, oldest first, whoever's it is: an instance is told of in its order. */
    public List<OutboxRow> waiting(String tenant, Collection<OutboxKey> keys, int most) {
        List<OutboxRow> rows = new ArrayList<>();
        List<Long> instances = keys.stream().map(k -> k.instanceId).filter(i -> i != 0).distinct().toList();
        if (!instances.isEmpty()) {
            rows.addAll(read(tenant, "r.instance_id in (" + Writes.places(instances.size()) + ")" + OLDEST_FIRST + " limit " + most, instances));
        }
        List<Long> others = keys.stream().filter(k -> k.instanceId == 0).map(k -> k.seq).toList();
        if (!others.isEmpty()) {
            rows.addAll(read(tenant, "r.instance_id = 0 and r.seq in (" + Writes.places(others.size()) + ")" + OLDEST_FIRST, others));
        }
        return rows;
    }

    private List<OutboxRow> read(String tenant, String which, List<Long> values) {
        List<Object> all = new ArrayList<>(List.of(tenant));
        all.addAll(values);
        return Rows.of(em, OutboxRow.class, "r.tenant = ? and " + which, all.toArray());
    }

    /** The rows of the journals that these name; those that have gone are missing. */
    public List<JournalRow> journal(List<OutboxRow> rows) {
        List<OutboxKey> keys = rows.stream().filter(r -> r.instanceId != 0).map(OutboxRow::key).toList();
        if (keys.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        String which = which("r", keys, values);
        return Rows.of(em, JournalRow.class, which, values.toArray());
    }

    /** Exactly these rows of one tenant. The instances stand there twice, since not every database searches for pairs by an index. */
    private static String which(String alias, Collection<OutboxKey> keys, List<Object> values) {
        List<Long> instances = keys.stream().map(k -> k.instanceId).distinct().toList();
        values.add(keys.iterator().next().tenant);
        values.addAll(instances);
        keys.forEach(k -> values.addAll(List.of(k.instanceId, k.seq)));
        String name = alias.isEmpty() ? "" : alias + ".";
        return name + "tenant = ? and " + name + "instance_id in (" + Writes.places(instances.size()) + ") and (" + name + "instance_id, " + name + "seq) in ("
                + String.join(", ", java.util.Collections.nCopies(keys.size(), "(?, ?)")) + ")";
    }

    /**
     * These rows of one tenant have been told.
     *
     * @throws Conflict when somebody else has told one of them: then this transaction tells nobody
     */
    public void delete(Collection<OutboxKey> keys) {
        List<Object> values = new ArrayList<>();
        String sql = "delete from wf_outbox where " + which("", keys, values);
        changed(keys, sql, values);
    }

    /** People have been told of these rows of one tenant, the topic has not; as {@link #delete}. */
    public void told(Collection<OutboxKey> keys, Instant again) {
        List<Object> values = new ArrayList<>(List.of(again.truncatedTo(ChronoUnit.MICROS)));
        String sql = "update wf_outbox set told = 1, lease_until = ? where told = 0 and " + which("", keys, values);
        changed(keys, sql, values);
    }

    private void changed(Collection<OutboxKey> keys, String sql, List<Object> values) {
        Writes writes = new Writes(em, () -> { });
        writes.mustChange(keys.size(), "another node has told of it", sql, values.toArray());
        writes.send();
    }

    /** These rows of one tenant are anybody's again then. */
    public void postpone(Collection<OutboxKey> keys, Instant until, int attempts) {
        List<Object> values = new ArrayList<>(List.of(until.truncatedTo(ChronoUnit.MICROS), attempts));
        Writes writes = new Writes(em, () -> { });
        writes.change("update wf_outbox set lease_until = ?, attempts = attempts + ? where " + which("", keys, values), values.toArray());
        writes.send();
    }

    /**
     * This row could not be told. After so many attempts it goes, so that what is behind it goes on, and a dead job in its place waits for an
     * administrator; before, it is tried again then. Where somebody else has told it meanwhile nothing happens. Tells whether it was given up.
     */
    public boolean failed(OutboxKey key, String why, int most, Instant now, Instant again) {
        Optional<OutboxRow> row = read(key.tenant, "r.instance_id = ? and r.seq = ?", List.of(key.instanceId, key.seq)).stream().findFirst();
        if (row.isEmpty()) {
            return false;
        } else if (row.get().attempts + 1 < most) {
            postpone(List.of(key), again, 1);
            return false;
        }
        row.get().attempts++;
        delete(List.of(key));
        jobs.postDead(row.get(), now, why);
        return true;
    }

    /** An administrator wants it tried again. The caller owns the transaction. */
    public void again(JobRow given, Instant now) {
        OutboxRow row = given.content().untold(given.tenant);
        row.leaseUntil = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
        em.persist(row);
        offered(row);
    }

    // ---- looking ----

    /** How many rows of a tenant wait, and since when the oldest of them does. */
    public record Backlog(long rows, Optional<Instant> oldest) { }

    public Backlog backlog(String tenant) {
        long rows = em.createQuery("select count(r) from OutboxRow r where r.tenant = :tenant", Long.class).setParameter("tenant", tenant).getSingleResult();
        return new Backlog(rows, em.createQuery("select r.createdAt from OutboxRow r where r.tenant = :tenant order by r.createdAt", Instant.class)
                .setParameter("tenant", tenant).setMaxResults(1).getResultStream().findFirst());
    }
}
