import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The database of the cluster, as an auditor reads it. */
final class Rows {

    private final String url = "jdbc:postgresql://127.0.0.1:" + System.getenv().getOrDefault("WF_CLUSTER_PG_PORT", "55450") + "/wf?user=wf&password=wf-cluster";

    long number(String sql) throws SQLException {
        return numbers(sql).get(0);
    }

    List<Long> numbers(String sql) throws SQLException {
        return all(sql).stream().map(row -> Long.parseLong(row.get(0))).toList();
    }

    /** How often each stands in the first column. */
    Map<Long, Long> counts(String sql) throws SQLException {
        Map<Long, Long> counts = new HashMap<>();
        for (Long one : numbers(sql)) {
            counts.merge(one, 1L, Long::sum);
        }
        return counts;
    }

    List<List<String>> all(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
            return all;
        }
    }
}
