package wf.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Multiplies real instances by SQL, so that a million of them are there in a minute. Copies get ids far above those of
 * the sequence, the k-th copy {@code k} million millions higher.
 */
public final class Rows {

    private static final List<String> HISTORY = List.of("wf_instance", "wf_work_item_closed", "wf_trail", "wf_journal", "wf_operation");
    private final Connection connection;

    public Rows(Connection connection) {
        this.connection = connection;
    }

    /**
     * Open items made of those of one open instance: of five, three belong to one of a thousand people, one is offered
     * to one of them and one to one of fifty groups.
     */
    public void openItems(long instance, int count) throws SQLException {
        String owner = "case when k % 5 < 3 then 'u' || ((k / 5 * 3 + k % 5) % 1000) end";
        String candidate = "case k % 5 when 3 then 'user:u' || (k / 5 % 1000) when 4 then 'group:g' || (k / 5 % 50) end";
        String created = "now() - k * interval '1 second'";
        copy("wf_instance", count, "id = " + instance, List.of());
        copy("wf_work_item", count, "instance_id = " + instance, List.of("owner", owner, "candidates", candidate, "created_at", created,
                "state", "case when k % 5 < 3 then 'READY' else 'OFFERED' end"));
        execute("insert into wf_candidate (tenant, candidate, created_at, item_id)"
                + " select tenant, candidates, created_at, id from wf_work_item where candidates is not null");
        execute("vacuum analyze");
    }

    /** Finished instances with all that stays of them, until about so many are there; the outbox is empty by then. */
    public void finished(int count) throws SQLException {
        int times = (int) (count / number("select count(*) from wf_instance")) - 1;
        for (String table : HISTORY) {
            copy(table, times, "true", List.of());
        }
        execute("vacuum analyze");
    }

    private void copy(String table, int times, String which, List<String> changed) throws SQLException {
        StringBuilder names = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (String column : columns(table)) {
            names.append(names.isEmpty() ? "" : ", ").append(column);
            values.append(values.isEmpty() ? "" : ", ").append(value(column, changed));
        }
        execute("insert into " + table + " (" + names + ") select " + values + " from " + table + " t, generate_series(1, "
                + times + ") k where " + which);
    }

    private static String value(String column, List<String> changed) {
        int at = changed.indexOf(column);
        if (at >= 0) {
            return changed.get(at + 1);
        } else if (column.equals("op_id")) {
            return "left(t.op_id, 50) || '-' || k";
        }
        return column.matches("id|(instance|node_instance|branch)_id") ? "t." + column + " + k * 1000000000000" : "t." + column;
    }

    private List<String> columns(String table) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("select string_agg(column_name, ' ')"
                + " from information_schema.columns where table_schema = 'public' and table_name = '" + table + "'")) {
            row.next();
            return List.of(row.getString(1).split(" "));
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
