package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.store.TestDatabase;

/** PostgreSQL finds what lists ask for by their indexes, in their order: it neither sorts nor passes over rows, nor looks through a table. */
@Tag("databases")
class ListPlanTest {

    private static DataSource source;

    @BeforeAll
    static void manyItems() throws Exception {
        source = TestDatabase.POSTGRESQL.migrated();
        execute("insert into wf_work_item (tenant, id, instance_id, node_instance_id, branch_id, node_id, kind, state, owner, created_at, title, starter)"
                + " select 'default', k, k, 1, 1, 'n', 'MAIN', 'READY', 'p' || k % 100, now() - k * interval '1 second', 'Matter', 'p1' from generate_series(1, 30000) k");
        execute("insert into wf_candidate (tenant, candidate, created_at, item_id) select 'default', 'group:g' || k % 50, now() - k * interval '1 second', k from generate_series(1, 20000) k");
        execute("insert into wf_read_item (tenant, id, instance_id, node_instance_id, reader, state, sent_by, sent_at, title, starter)"
                + " select 'default', k, k, 0, 'p' || k % 100, 'UNREAD', 'p1', now() - k * interval '1 second', 'Matter', 'p1' from generate_series(1, 30000) k");
        execute("insert into wf_work_item_closed (tenant, id, instance_id, node_instance_id, branch_id, node_id, kind, state, done_by, created_at, closed_at, started_at)"
                + " select 'default', k, k, 1, 1, 'n', 'MAIN', 'SUBMITTED', 'p' || k % 100, now(), now() - k * interval '1 second', now() - k * interval '1 second' from generate_series(1, 30000) k");
        execute("vacuum analyze");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> plan(String query) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("explain (analyze, costs off, timing off) " + query)) {
            List<String> plan = new ArrayList<>();
            while (lines.next()) {
                plan.add(lines.getString(1).strip());
            }
            return plan;
        }
    }

    private static final String BEHIND = " and w.%1$s <= now() - interval '6000 seconds' and (w.%1$s < now() - interval '6000 seconds' or w.id < 6000)";

    /** As {@code Listing} writes them. */
    @ParameterizedTest
    @ValueSource(strings = {
        "select w.* from wf_work_item w where w.tenant = 'default' and w.owner = 'p7' and w.hidden = 0%created_at order by w.created_at desc, w.id desc limit 21",
        "select w.* from wf_work_item w where w.tenant = 'default' and w.owner = 'p7' and w.hidden = 0 order by w.due_order, w.id limit 21",
        "select w.* from wf_work_item w where w.tenant = 'default' and w.owner = 'p7' and w.hidden = 0 order by w.urgency desc, w.id desc limit 21",
        "select w.* from wf_read_item w where w.tenant = 'default' and w.reader = 'p7' and w.hidden = 0 and w.state = 'UNREAD'%sent_at order by w.sent_at desc, w.id desc limit 21",
        "select w.* from wf_work_item_closed w where w.tenant = 'default' and w.done_by = 'p7'%closed_at order by w.closed_at desc, w.id desc limit 21",
        "select distinct r.started_at as k1, r.instance_id as k2 from wf_work_item_closed r where r.tenant = 'default' and r.done_by = 'p7' order by k1 desc, k2 desc limit 21"})
    void aPageIsAsManyRowsOfAnIndex(String query) throws SQLException {
        List<String> plan = plan(query.replaceAll("%(\\w+)", BEHIND.replace("%1\\$s", "$1").replace("%1$s", "$1")));
        assertThat(plan).noneMatch(l -> l.startsWith("->  Seq Scan") || l.startsWith("Seq Scan") || l.contains("Sort Method"));
        assertThat(plan).filteredOn(l -> l.startsWith("Rows Removed by Filter")).allMatch(l -> Integer.parseInt(l.replaceAll("\\D", "")) <= 21);
    }

    @Test
    void whatIsOfferedToSixtyGroupsIsMergedAndNotSorted() throws SQLException {
        List<String> runs = new ArrayList<>();
        for (int group = 0; group < 60; group++) {
            runs.add("(select distinct c.created_at as k1, c.item_id as k2 from wf_candidate c where c.tenant = 'default' and c.candidate = 'group:g" + group
                    + "' order by k1 desc, k2 desc limit 21)");
        }
        List<String> plan = plan("select w.* from (select distinct k1, k2 from (" + String.join(" union all ", runs) + ") u order by k1 desc, k2 desc limit 21) k"
                + " join wf_work_item w on w.tenant = 'default' and w.id = k.k2 order by k.k1 desc, k.k2 desc");
        assertThat(plan).anyMatch(l -> l.contains("Merge Append")).noneMatch(l -> l.contains("Seq Scan") || l.contains("Sort Method"));
    }
}
