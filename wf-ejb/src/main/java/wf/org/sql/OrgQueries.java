package wf.org.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import wf.call.ReadOnly;
import wf.node.call.SqlText;
import wf.spi.OrgUnavailable;

/** The queries of an organisation; the tenant is bound where one asks for {@code :tenant}. */
final class OrgQueries {

    /** A fault of the source never answers with a part of the organisation; this many are no organisation. */
    private static final int MAXIMUM = 1_000_000;

    private final DataSource source;
    private final Function<String, Optional<String>> queries;
    private final Duration patience;

    /** @param queries by name; empty where there is none */
    OrgQueries(DataSource source, Function<String, Optional<String>> queries, Duration patience) {
        this.source = source;
        this.queries = queries;
        this.patience = patience;
    }

    /** One row, its columns by their names in small letters; no column is null but absent. */
    record Row(Map<String, String> columns) {

        String text(String column) {
            return columns.get(column);
        }

        boolean yes(String column) {
            String value = columns.getOrDefault(column, "");
            return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("t") || value.equalsIgnoreCase("y") || value.equals("1");
        }

        int number(String column) {
            try {
                return Integer.parseInt(columns.getOrDefault(column, "0").strip());
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }

    /** All rows of a query; none where there is no such query. */
    List<Row> rows(String name, String tenant) throws OrgUnavailable {
        Optional<String> query = queries.apply(name);
        try {
            return query.isEmpty() ? List.of() : rows(name, SqlText.of(query.get()), tenant);
        } catch (IllegalArgumentException e) {
            throw new OrgUnavailable("The query " + name + " of the organisation is not one SELECT: " + e.getMessage() + ".", e);
        }
    }

    private List<Row> rows(String name, SqlText query, String tenant) throws OrgUnavailable {
        if (!query.parameters().stream().allMatch("tenant"::equals)) {
            throw new OrgUnavailable("The query " + name + " of the organisation may ask for :tenant and nothing else.");
        }
        try {
            return ReadOnly.on(source, connection -> read(connection, query, tenant));
        } catch (SQLException e) {
            throw new OrgUnavailable("The query " + name + " of the organisation fails: " + e.getMessage(), e);
        }
    }

    private List<Row> read(Connection connection, SqlText query, String tenant) throws SQLException, OrgUnavailable {
        try (PreparedStatement statement = connection.prepareStatement(query.positional())) {
            statement.setQueryTimeout((int) Math.max(1, patience.toSeconds()));
            statement.setFetchSize(1_000);
            for (int i = 1; i <= query.parameters().size(); i++) {
                statement.setString(i, tenant);
            }
            try (ResultSet found = statement.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(row(found));
                    if (rows.size() > MAXIMUM) {
                        throw new OrgUnavailable("A query of the organisation answers more than " + MAXIMUM + " rows.");
                    }
                }
                return rows;
            }
        }
    }

    private static Row row(ResultSet found) throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            String value = found.getString(i);
            if (value != null) {
                columns.put(found.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), value);
            }
        }
        return new Row(columns);
    }
}
