package wf.store.ddl;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of H2's INFORMATION_SCHEMA, with all names in lower case. What the model has no word for stops the generator here: a
 * view, a computed column or a cascade that a later migration brings must not vanish from the scripts unseen.
 */
final class Catalogue {

    private static final List<List<String>> UNKNOWN = List.of(
            List.of("a view", "select table_name from information_schema.tables where table_schema = schema() and table_type <> 'BASE TABLE'"),
            List.of("a trigger", "select trigger_name from information_schema.triggers where trigger_schema = schema()"),
            List.of("a computed column", "select table_name || '.' || column_name from information_schema.columns where table_schema = schema()"
                    + " and (is_identity = 'YES' or is_generated <> 'NEVER')"),
            List.of("a cascade", "select constraint_name from information_schema.referential_constraints where constraint_schema = schema()"
                    + " and (update_rule not in ('RESTRICT', 'NO ACTION') or delete_rule not in ('RESTRICT', 'NO ACTION'))"),
            List.of("a falling index", "select index_name from information_schema.index_columns where table_schema = schema() and ordering_specification = 'DESC'"),
            List.of("a table with a name of its own", "select table_name from information_schema.tables where table_schema = schema()"
                    + " and lower(table_name) not like 'wf\\_%'"));

    private final Connection connection;

    Catalogue(Connection connection) throws SQLException {
        this.connection = connection;
        for (List<String> kind : UNKNOWN) {
            List<String> found = names(kind.get(1));
            if (!found.isEmpty()) {
                throw new IllegalStateException("the scripts for other databases know nothing of " + kind.get(0) + ": " + found);
            }
        }
    }

    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> rows(String sql, Reader<T> reader, Object... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        }
    }

    /** The first column, in lower case. */
    List<String> names(String sql, Object... values) throws SQLException {
        return rows("select lower(n) from (" + sql + ") x (n)", r -> r.getString(1), values);
    }
}
