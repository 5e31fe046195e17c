package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Instances that ended long ago, in tables of their own: whole rows as they were, so that histories can be read and
 * journals verified there, and everything can come back. Rows move inside the database and never through this program.
 * Whole copies (§11.2) do not move, since they can be made again. What still concerns somebody stays: called instances
 * whose caller runs, work items, jobs.
 */
@Singleton
public class Archive {

    /** A table, and the column that names the instance. */
    private record Table(String name, String instance) {
        String archive() {
            return name + "_archive";
        }
    }

    private static final List<Table> TABLES = List.of(new Table("wf_instance", "id"), new Table("wf_journal", "instance_id"),
            new Table("wf_work_item_closed", "instance_id"), new Table("wf_trail", "instance_id"));
    private final EntityManager em;
    private final InstanceCache cache;

    @Inject
    public Archive(EntityManager em, InstanceCache cache) {
        this.em = em;
        this.cache = cache;
    }

    /** How far a walk through the instances of a tenant has come, from the first that was started. */
    public record Position(Instant startedAt, long id) {

        public static final Position BEGIN = new Position(Instant.EPOCH, 0);

        public static Position parse(String text) {
            return text == null ? BEGIN : new Position(Instant.parse(text.substring(0, text.indexOf(' '))), Long.parseLong(text.substring(text.indexOf(' ') + 1)));
        }

        @Override
        public String toString() {
            return startedAt + " " + id;
        }
    }

    /**
     * Moves those of the next so many instances that ended before the moment. The walk goes by the index of the time at
     * which they were started, since one by their end would cost every ending instance more than it saves here.
     *
     * @return where the next step begins; empty when nothing is left that was started before the moment
     */
    public Optional<Position> archive(String tenant, Instant endedBefore, Position behind, int most) {
        List<Object[]> walked = em.createQuery("select i.startedAt, i.id from InstanceRow i where i.tenant = :tenant and i.startedAt < :before"
                + " and i.startedAt >= :from and (i.startedAt > :from or i.id > :id) order by i.startedAt, i.id", Object[].class)
                .setParameter("tenant", tenant).setParameter("before", endedBefore).setParameter("from", behind.startedAt())
                .setParameter("id", behind.id()).setMaxResults(most).getResultList();
        List<Long> old = ended(tenant, walked.stream().map(w -> (Long) w[1]).toList(), endedBefore);
        move(tenant, old);
        Object[] last = walked.isEmpty() ? null : walked.get(walked.size() - 1);
        return walked.size() < most ? Optional.empty() : Optional.of(new Position((Instant) last[0], (Long) last[1]));
    }

    private List<Long> ended(String tenant, List<Long> ids, Instant before) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<?> found = em.createNativeQuery("select i.id from wf_instance i where i.tenant = ?1 and i.id in " + in(ids) + " and i.ended_at < ?2"
                + " and not exists (select 1 from wf_instance p where p.tenant = i.tenant and p.id = i.parent_id and p.ended_at is null)"
                + " and not exists (select 1 from wf_work_item w where w.tenant = i.tenant and w.instance_id = i.id)"
                + " and not exists (select 1 from wf_job j where j.tenant = i.tenant and j.instance_id = i.id)"
                + " and not exists (select 1 from wf_restored r where r.tenant = i.tenant and r.instance_id = i.id and r.restored_at >= ?2)")
                .setParameter(1, tenant).setParameter(2, before.atOffset(ZoneOffset.UTC)).getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private void move(String tenant, List<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        hold(tenant, ids);
        TABLES.forEach(t -> copy(t, t.name(), t.archive(), tenant, ids));
        TABLES.forEach(t -> delete(t.name(), t.instance(), tenant, ids));
        delete("wf_snapshot", "instance_id", tenant, ids);
        delete("wf_restored", "instance_id", tenant, ids);
        delete("wf_reader", "instance_id", tenant, ids);
        delete("wf_query_field", "instance_id", tenant, ids);
        em.createNativeQuery("update wf_read_item set hidden = 1 where tenant = ?1 and instance_id in " + in(ids)).setParameter(1, tenant).executeUpdate();
        PassedOn.toArchive(em, tenant, ids);
        ids.forEach(id -> cache.evict(tenant, id));
    }

    /** Nobody makes one run again meanwhile. */
    private void hold(String tenant, List<Long> ids) {
        int held = em.createNativeQuery("update wf_instance set faulted = faulted where tenant = ?1 and ended_at is not null and id in " + in(ids))
                .setParameter(1, tenant).executeUpdate();
        if (held != ids.size()) {
            throw new Conflict("an instance that was to be archived has changed meanwhile");
        }
    }

    /** Back to where people work. False when the archive does not have it. */
    public boolean restore(String tenant, long instanceId, String person, Instant now) {
        List<Long> one = List.of(instanceId);
        if (!has(tenant, instanceId)) {
            return false;
        }
        giveUpIds(tenant, instanceId);
        TABLES.forEach(t -> copy(t, t.archive(), t.name(), tenant, one));
        TABLES.forEach(t -> delete(t.archive(), t.instance(), tenant, one));
        delete("wf_restored", "instance_id", tenant, one);
        em.createNativeQuery("update wf_read_item set hidden = 0 where tenant = ?1 and instance_id = ?2 and exists (select 1 from wf_instance i"
                + " where i.tenant = ?1 and i.id = ?2 and i.state <> 'DELETED')").setParameter(1, tenant).setParameter(2, instanceId).executeUpdate();
        PassedOn.fromArchive(em, tenant, instanceId);
        em.createNativeQuery("insert into wf_restored (tenant, instance_id, restored_at, restored_by) values (?1, ?2, ?3, ?4)")
                .setParameter(1, tenant).setParameter(2, instanceId).setParameter(3, now.atOffset(ZoneOffset.UTC))
                .setParameter(4, person).executeUpdate();
        return true;
    }

    /** Their days are over, and each may have been used anew while its row was here. */
    private void giveUpIds(String tenant, long instanceId) {
        em.createNativeQuery("update wf_journal_archive set sole = null, payload_hash = null where tenant = ?1 and instance_id = ?2")
                .setParameter(1, tenant).setParameter(2, instanceId).executeUpdate();
    }

    private void copy(Table table, String from, String to, String tenant, List<Long> ids) {
        String columns = String.join(", ", columns(table.name()));
        em.createNativeQuery("insert into " + to + " (" + columns + ") select " + columns + " from " + from + " where tenant = ?1 and "
                + table.instance() + " in " + in(ids)).setParameter(1, tenant).executeUpdate();
    }

    private void delete(String table, String instance, String tenant, List<Long> ids) {
        em.createNativeQuery("delete from " + table + " where tenant = ?1 and " + instance + " in " + in(ids)).setParameter(1, tenant).executeUpdate();
    }

    private List<String> columns(String table) {
        try (Statement statement = em.unwrap(Connection.class).createStatement();
             ResultSet nothing = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            ResultSetMetaData about = nothing.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= about.getColumnCount(); i++) {
                columns.add(about.getColumnName(i));
            }
            return columns;
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not tell the columns of " + table, e);
        }
    }

    /** Numbers need no parameters, of which databases allow so many only. */
    private static String in(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    // ---- reading ----

    public boolean has(String tenant, long instanceId) {
        return !of(tenant, instanceId, em.createNativeQuery("select 1 from wf_instance_archive where tenant = ?1 and id = ?2")).isEmpty();
    }

    static Optional<InstanceRow> row(EntityManager em, String tenant, long instanceId) {
        return of(tenant, instanceId, em.createNativeQuery("select * from wf_instance_archive where tenant = ?1 and id = ?2", InstanceRow.class))
                .stream().map(InstanceRow.class::cast).peek(row -> detach(em, row)).findFirst();
    }

    /** Rows of the journal behind the one place up to and with the other. */
    static List<JournalRow> journal(EntityManager em, String tenant, long instanceId, long behind, long upTo) {
        return of(tenant, instanceId, em.createNativeQuery("select * from wf_journal_archive where tenant = ?1 and instance_id = ?2"
                + " and seq > " + behind + " and seq <= " + upTo + " order by seq", JournalRow.class))
                .stream().map(JournalRow.class::cast).peek(row -> detach(em, row)).toList();
    }

    private static void detach(EntityManager em, Object row) {
        if (em.isJoinedToTransaction()) {
            em.detach(row);
        }
    }

    /** Whether the person handled an item of the instance, or had one that he gave to another or that another did. */
    static boolean hasHandled(EntityManager em, String tenant, long instanceId, String person) {
        return !of(tenant, instanceId, em.createNativeQuery("select 1 from wf_work_item_closed_archive where tenant = ?1 and instance_id = ?2"
                + " and (handled_by = ?3 or owner = ?3 and state in ('TRANSFERRED', 'SUBMITTED', 'RETURNED'))").setParameter(3, person)).isEmpty();
    }

    /** Nodes at which people finished work. */
    static List<?> trail(EntityManager em, String tenant, long instanceId) {
        return of(tenant, instanceId, em.createNativeQuery("select node_id from wf_trail_archive where tenant = ?1 and instance_id = ?2"));
    }

    private static List<?> of(String tenant, long instanceId, Query query) {
        return query.setParameter(1, tenant).setParameter(2, instanceId).getResultList();
    }
}
