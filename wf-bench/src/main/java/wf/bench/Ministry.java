package wf.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A house with many people, open work and a long history, by SQL: real rows, as the product wrote them for one instance that is open
 * and one that is over, are multiplied set by set. Journals, which no list reads, are not.
 *
 * <p>Whatever the numbers, some people have the same: {@link #BUSY} of them hold 300 items each, may claim 200 and have 500 to
 * read; {@link #HEAVY} holds 20,200; {@link #MANY} is in 60 groups with 300 offers each; {@link #OLD_HAND} has done 100,000
 * items, where there are as many. What else there is belongs to all others.
 */
public final class Ministry {

    public static final int BUSY = 100;
    public static final String OLD_HAND = "p1001";
    public static final String HEAVY = "p1002";
    public static final String MANY = "p1003";
    /** Open items that do not depend on how many there are. */
    public static final int LEAST_OPEN = 80_200;
    private static final int DELETED = 10_000;
    private static final int STEPS = 5;
    private static final long OPEN = 1_000_000_000_000L;
    private static final long OVER = 2_000_000_000_000L;
    private static final List<String> LARGE = List.of("wf_instance", "wf_work_item", "wf_work_item_closed", "wf_trail", "wf_candidate", "wf_read_item");

    private final Connection connection;
    private final int people;

    public Ministry(Connection connection, int people) {
        this.connection = connection;
        this.people = people;
    }

    // ---- the house ----

    public void people(int departments) throws SQLException {
        String since = "true, timestamptz '2020-01-01', null";
        execute("insert into wf_org_version (tenant, version) select 'default', 1 where not exists (select 1 from wf_org_version where tenant = 'default')");
        execute("insert into wf_person (tenant, id, login_name, name, enabled, valid_from, valid_to, version)"
                + " select 'default', 'p' || k, 'p' || k, 'Person ' || k, " + since + ", 1 from generate_series(1, " + people + ") k");
        execute("insert into wf_person (tenant, id, login_name, name, enabled, valid_from, valid_to, version)"
                + " values ('default', 'admin', 'admin', 'Administrator', " + since + ", 1)");
        execute("insert into wf_role_grant (tenant, id, role_code, holder, granted_at) select 'default', -k, (array['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN',"
                + " 'PROCESS_ADMIN'])[k], 'user:admin', current_timestamp from generate_series(1, 4) k");
        execute("insert into wf_department (tenant, id, parent_id, name, kind, sort_no, enabled, valid_from, valid_to, version) select 'default', 'd' || k,"
                + " case when k > 1 then 'd' || k / 10 + 1 - (case when k < 10 then 0 else 0 end) end, 'Department ' || k, 'DEPT', k, " + since + ", 1 from generate_series(1, "
                + departments + ") k order by k");
        execute("insert into wf_group (tenant, id, name, enabled, valid_from, valid_to, version) select 'default', 'g' || k, 'Group ' || k, " + since
                + ", 1 from generate_series(1, 5000) k");
        execute("insert into wf_group (tenant, id, name, enabled, valid_from, valid_to, version) select 'default', 'h' || k, 'Circle ' || k, " + since
                + ", 1 from generate_series(1, 60) k");
        execute("insert into wf_post (tenant, id, name, enabled, valid_from, valid_to, version) select 'default', 'o' || k, 'Post ' || k, " + since
                + ", 1 from generate_series(1, 50) k");
        String member = " (tenant, owner_id, person_id, valid_from) select 'default', %s, 'p' || k, timestamptz '2020-01-01' from generate_series(%s) k";
        execute("insert into wf_department_member (tenant, owner_id, person_id, main, valid_from) select 'default', 'd' || 1 + k %% ".replace("%%", "%")
                + departments + ", 'p' || k, true, timestamptz '2020-01-01' from generate_series(1, " + people + ") k");
        execute("insert into wf_post_member" + member.formatted("'o' || 1 + k % 50", "1, " + people));
        execute("insert into wf_group_member" + member.formatted("'g' || 1 + (k - 1) / 5", "1, " + BUSY));
        for (int i = 0; i < 3; i++) {
            execute("insert into wf_group_member" + member.formatted("'g' || 100 + (k + " + i * 1700 + ") % 4900", "2000, " + people));
        }
        execute("insert into wf_group_member (tenant, owner_id, person_id, valid_from) select 'default', 'h' || k, '" + MANY
                + "', timestamptz '2020-01-01' from generate_series(1, 60) k");
    }

    // ---- the work ----

    /** @param openInstance with one open item; @param overInstance with five closed ones */
    public void work(long openInstance, long overInstance, long open, long finished) throws SQLException {
        execute("set synchronous_commit = off");
        execute("set maintenance_work_mem = '512MB'");
        execute("set work_mem = '256MB'");
        List<String> indexes = withoutIndexes();
        open(openInstance, open);
        toRead(open);
        finished(overInstance, finished);
        for (String index : indexes) {
            execute(index);
        }
        execute("vacuum analyze");
        execute("checkpoint");
    }

    private void open(long instance, long open) throws SQLException {
        long all = open + DELETED;
        execute("create unlogged table seeded as select k, (case when k <= 30000 then 'p' || 1 + (k - 1) % 100 when k <= 50200 then '" + HEAVY
                + "' when k > " + open + " then 'p' || 1 + k % 100 when k > " + LEAST_OPEN + " and k % 5 < 3 then 'p' || 2000 + k % " + (people - 2000)
                + " end)::varchar(100) as holder, (case when k <= 50200 or k > " + open + " then null when k <= 52200 then 'group:g' || 1 + k % 20 when k <= 57200 then 'dept:d' || 2 + k % 100"
                + " when k <= 62200 then 'user:p' || 1 + k % 100 when k <= " + LEAST_OPEN + " then 'group:h' || 1 + k % 60 when k % 5 = 3 then 'user:p' || 2000 + k % "
                + (people - 2000) + " when k % 5 = 4 then 'group:g' || 100 + k % 4900 end)::varchar(4000) as offer,"
                + " now() - (abs(hashint8(k)::bigint) % 7776000) * interval '1 second' - k * interval '1 microsecond' as came, hashint8(k * 31) as place from generate_series(1, " + all + ") k");
        insert("wf_instance", "wf_instance t, (select * from seeded order by place) s where t.id = " + instance, Map.of("id", OPEN + " + s.k", "started_at", "s.came",
                "state", "case when s.k > " + open + " then 'DELETED' else t.state end", "title", "'Matter ' || s.k || ' of the house'", "business_key", "'B-' || s.k"));
        insert("wf_work_item", "wf_work_item t, (select * from seeded order by place) s where t.instance_id = " + instance, new LinkedHashMap<>(Map.of("id", OPEN + " + s.k",
                "instance_id", OPEN + " + s.k", "owner", "s.holder", "candidates", "s.offer", "state", "case when s.holder is null then 'OFFERED' else 'READY' end",
                "created_at", "s.came", "title", "'Matter ' || s.k || ' of the house'", "business_key", "'B-' || s.k",
                "hidden", "case when s.k > " + open + " then 1 else 0 end", "due_order", "case when s.k % 4 = 0 then s.came + interval '90 days' else t.due_order end")));
        execute("update wf_work_item set due_at = due_order where due_order < timestamptz '9999-01-01' and id > " + OPEN);
        execute("insert into wf_candidate (tenant, candidate, created_at, item_id) select 'default', offer, came, " + OPEN + " + k from seeded where offer is not null order by place");
    }

    private void toRead(long open) throws SQLException {
        execute("insert into wf_read_item (tenant, id, instance_id, node_instance_id, reader, state, sent_by, sent_at, definition_id, title, business_key, starter, hidden)"
                + " select 'default', " + OPEN + " + 500000000 + n, i.id, 0, case when n <= 50000 then 'p' || 1 + n % 100 else 'p' || 2000 + n % " + (people - 2000)
                + " end, case when n <= 50000 or n % 2 = 0 then 'UNREAD' else 'READ' end, 'p1', now() - (abs(hashint8(n)::bigint) % 7776000) * interval '1 second',"
                + " i.definition_id, i.title, i.business_key, i.starter, 0 from generate_series(1, " + (50_000 + open / 5) + ") n join wf_instance i on i.id = " + OPEN
                + " + 1 + n % " + open + " order by hashint8(n * 7)");
    }

    private void finished(long instance, long finished) throws SQLException {
        long instances = finished / STEPS;
        if (instances == 0) {
            return;
        }
        long step = Math.max(1, instances / 100_000);
        String from = ", generate_series(1, " + instances + ") k where t.";
        String began = "now() - interval '90 days' - k * interval '30 seconds'";
        insert("wf_instance", "wf_instance t" + from + "id = " + instance, Map.of("id", OVER + " + k", "started_at", began, "ended_at", began + " + interval '5 days'",
                "title", "'Matter ' || k || ' that is over'", "business_key", "'F-' || k"));
        String rank = "(select count(*) from wf_work_item_closed o where o.instance_id = " + instance + " and o.id <= t.id)";
        execute("create unlogged table steps as select t.*, " + rank + " as n from wf_work_item_closed t where instance_id = " + instance);
        String by = "case when n = 3 and k % " + step + " = 0 then '" + OLD_HAND + "' else 'p' || 2000 + (k * 5 + n) * 7919 % " + (people - 2000) + " end";
        insert("wf_work_item_closed", "steps t, generate_series(1, " + instances + ") k", new LinkedHashMap<>(Map.of("id", OVER + " + k * 8 + n", "instance_id", OVER + " + k",
                "owner", by, "handled_by", by, "done_by", by, "started_at", began, "created_at", began + " + (n - 1) * interval '1 day'",
                "closed_at", began + " + n * interval '1 day' + n * interval '1 microsecond'")));
        insert("wf_trail", "wf_trail t" + from + "instance_id = " + instance, Map.of("instance_id", OVER + " + k"));
    }

    // ---- SQL ----

    private void insert(String table, String from, Map<String, String> changed) throws SQLException {
        List<String> names = columns(table);
        List<String> values = names.stream().map(n -> changed.getOrDefault(n, "t." + n)).toList();
        execute("insert into " + table + " (" + String.join(", ", names) + ") select " + String.join(", ", values) + " from " + from);
    }

    private List<String> columns(String table) throws SQLException {
        return texts("select column_name from information_schema.columns where table_schema = 'public' and table_name = '" + table + "' order by ordinal_position");
    }

    /** Indexes are made afterwards, in one go each. */
    private List<String> withoutIndexes() throws SQLException {
        List<String> again = new ArrayList<>();
        for (String table : LARGE) {
            again.addAll(texts("select 'alter table " + table + " add constraint ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid = '"
                    + table + "'::regclass and contype = 'p'"));
            again.addAll(texts("select indexdef from pg_indexes where tablename = '" + table + "' and indexname not like '%_pkey'"));
            for (String drop : texts("select 'alter table " + table + " drop constraint ' || conname from pg_constraint where conrelid = '" + table + "'::regclass and contype = 'p'"
                    + " union all select 'drop index ' || indexname from pg_indexes where tablename = '" + table + "' and indexname not like '%_pkey'")) {
                execute(drop);
            }
        }
        return again;
    }

    private List<String> texts(String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private void execute(String sql) throws SQLException {
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (seconds > 5) {
            System.out.printf("# %.0f s %s%n", seconds, sql.substring(0, Math.min(70, sql.length())));
        }
    }
}
