package wf.call;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wf.instance.Job;
import wf.node.call.CallInputs;
import wf.node.call.RemoteCall;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.value.Value;

/** Queries on the data sources that the configuration names. */
@Singleton
public class SqlCalls {

    private final DataSources sources;
    private final int maximumRows;
    private final int maximumBytes;

    @Inject
    public SqlCalls(DataSources sources, Settings settings) {
        this.sources = sources;
        this.maximumRows = settings.number(Setting.CALL_MAXIMUM_ROWS);
        this.maximumBytes = settings.number(Setting.CALL_MAXIMUM_BYTES);
    }

    Answer call(RemoteCall.Sql call, Job job) throws CallFailed {
        try {
            return ReadOnly.on(sources.of(call.source()), connection -> query(connection, call, job));
        } catch (SQLTimeoutException e) {
            throw CallFailed.forNow(call.target() + " did not answer in time");
        } catch (SQLException e) {
            String told = call.target() + " refuses the query: " + Calls.excerpt(String.valueOf(e.getMessage()));
            throw isPassing(e) ? CallFailed.forNow(told) : CallFailed.forGood(told);
        }
    }

    /** Lost connections, deadlocks, and what the driver itself calls transient. */
    private static boolean isPassing(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return e instanceof SQLTransientException || state.startsWith("08") || state.startsWith("40") || state.startsWith("57");
    }

    private Answer query(Connection connection, RemoteCall.Sql call, Job job) throws SQLException, CallFailed {
        try (PreparedStatement statement = connection.prepareStatement(call.query().positional())) {
            statement.setQueryTimeout((int) Math.max(1, call.timeout().toSeconds()));
            statement.setMaxRows(call.first() ? 1 : maximumRows + 1);
            int at = 1;
            for (String name : call.query().parameters()) {
                bind(statement, at++, job.inputs().get(CallInputs.PARAMETER + name));
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<Map<String, Object>> read = rows(rows, call);
                return Answer.of(!call.first() ? read : read.isEmpty() ? null : read.get(0));
            }
        }
    }

    private static void bind(PreparedStatement statement, int at, Value value) throws SQLException {
        if (value == null) {
            statement.setObject(at, null);
            return;
        }
        switch (value.type()) {
            case STRING, LIST, JSON -> statement.setString(at, value.text());
            default -> statement.setObject(at, value.toJava());
        }
    }

    private List<Map<String, Object>> rows(ResultSet rows, RemoteCall.Sql call) throws SQLException, CallFailed {
        List<Map<String, Object>> read = new ArrayList<>();
        long size = 0;
        while (rows.next()) {
            Map<String, Object> row = row(rows);
            size += row.values().stream().mapToLong(v -> String.valueOf(v).length()).sum();
            read.add(row);
            if (read.size() > maximumRows || size > maximumBytes) {
                throw CallFailed.forGood(call.target() + " answers more than " + maximumRows + " rows or " + maximumBytes + " bytes");
            }
        }
        return read;
    }

    private Map<String, Object> row(ResultSet rows) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            row.put(name(rows.getMetaData().getColumnLabel(i)), Columns.value(rows, i, maximumBytes));
        }
        return row;
    }

    /** Databases write names that nobody quoted in capitals or in small letters; here they are small everywhere. */
    private static String name(String label) {
        return label.equals(label.toUpperCase(Locale.ROOT)) ? label.toLowerCase(Locale.ROOT) : label;
    }
}
