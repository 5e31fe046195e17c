package wf.micro;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables of the running product, seen past it. */
public final class Rows {
    /** Everything that an operation writes and that stays; people, passwords and sessions are not among it, nor what the relay takes away by itself. */
    private static final List<String> TABLES = List.of("wf_definition", "wf_definition_source", "wf_instance", "wf_work_item",
            "wf_candidate", "wf_work_item_closed", "wf_trail", "wf_incident", "wf_journal", "wf_operation",
            "wf_attachment", "wf_content", "wf_job", "wf_subscription", "wf_event_start", "wf_message", "wf_purged");

    private final String url;
    private final String user;
    private final String password;

    Rows(Map<String, String> environment) {
        url = environment.get("WF_DB_URL");
        user = environment.get("WF_DB_USER");
        password = environment.get("WF_DB_PASSWORD");
    }

    /** How many rows each table has. */
    public Map<String, Long> counts() {
        return with(statement -> {
            Map<String, Long> counts = new TreeMap<>();
            for (String table : TABLES) {
                counts.put(table, number(statement, "select count(*) from " + table));
            }
            return counts;
        });
    }

    /** How many rows every table has, but for the records of refusals, which are meant to be written, and of scripts. */
    public Map<String, Long> everything() {
        return with(statement -> {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.getConnection().getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
                while (found.next()) {
                    tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
            tables.removeIf(table -> !table.startsWith("wf_") || table.startsWith("wf_access_") || table.startsWith("wf_schema") || table.startsWith("wf_list_"));
            Map<String, Long> counts = new TreeMap<>();
            try (ResultSet found = statement.executeQuery(tables.stream().map(t -> "select '" + t + "', count(*) from " + t).collect(Collectors.joining(" union all ")))) {
                while (found.next()) {
                    counts.put(found.getString(1), found.getLong(2));
                }
            }
            return counts;
        });
    }

    public long number(String query) {
        return with(statement -> number(statement, query));
    }

    /** The first column of what is found. */
    public List<String> texts(String query) {
        return with(statement -> {
            List<String> texts = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(query)) {
                while (result.next()) {
                    texts.add(result.getString(1));
                }
            }
            return texts;
        });
    }

    /** Whether they lie in a database that several nodes can use. */
    public boolean areOfAServer() {
        return !url.startsWith("jdbc:h2:");
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Runs statements in one transaction. */
    public void change(List<String> statements) {
        with(statement -> {
            statement.getConnection().setAutoCommit(false);
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
            statement.getConnection().commit();
            return null;
        });
    }

    private interface Work<T> {
        T with(Statement statement) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
