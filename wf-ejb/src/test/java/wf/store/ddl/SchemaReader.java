package wf.store.ddl;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wf.setting.Settings;
import wf.store.TestDatabase;
import wf.store.ddl.Schema.Check;
import wf.store.ddl.Schema.Column;
import wf.store.ddl.Schema.Index;
import wf.store.ddl.Schema.Key;
import wf.store.ddl.Schema.Reference;
import wf.store.ddl.Schema.Sequence;
import wf.store.ddl.Schema.Table;
import wf.store.migration.Migration;

/** Migrates an empty H2 in memory, as the product does when it starts, and reads off what is there then. */
final class SchemaReader {

    private static final String TOOL = "wf_schema_history";
    private static final String KEYS = "select lower(constraint_name) from information_schema.table_constraints where constraint_schema = schema()"
            + " and lower(table_name) = ? and constraint_type = ? order by 1";
    private static Schema read;

    private final Catalogue catalogue;

    private SchemaReader(Connection connection) throws SQLException {
        catalogue = new Catalogue(connection);
    }

    /** The same for all who ask: a migration takes a second. */
    static synchronized Schema schema() {
        if (read == null) {
            try {
                var source = TestDatabase.H2.fresh();
                new Migration(source, new Settings(name -> null, name -> null)).run();
                try (Connection connection = source.getConnection()) {
                    read = new SchemaReader(connection).read();
                }
            } catch (SQLException e) {
                throw new IllegalStateException("H2 does not tell its tables", e);
            }
        }
        return read;
    }

    private Schema read() throws SQLException {
        int version = catalogue.rows("select max(version) from wf_schema", r -> r.getInt(1)).get(0);
        List<Sequence> sequences = catalogue.rows("select lower(sequence_name), start_value, increment from information_schema.sequences"
                + " where sequence_schema = schema() order by 1", r -> new Sequence(r.getString(1), r.getLong(2), r.getLong(3)));
        List<String> there = catalogue.names("select table_name from information_schema.tables where table_schema = schema() and lower(table_name) <> ?", TOOL);
        List<Table> tables = new ArrayList<>();
        for (Map.Entry<String, List<String>> named : MigrationTexts.remarks().entrySet()) {
            if (there.remove(named.getKey())) {
                tables.add(table(named.getKey(), named.getValue()));
            }
        }
        if (!there.isEmpty()) {
            throw new IllegalStateException("no migration creates " + there);
        }
        return new Schema(version, sequences, tables);
    }

    private Table table(String name, List<String> remarks) throws SQLException {
        return new Table(name, remarks, columns(name), keys(name, "PRIMARY KEY").get(0), keys(name, "UNIQUE"), references(name), checks(name), indexes(name));
    }

    private List<Column> columns(String table) throws SQLException {
        return catalogue.rows("select lower(column_name), data_type, coalesce(character_maximum_length, numeric_precision), numeric_scale, is_nullable,"
                + " column_default from information_schema.columns where table_schema = schema() and lower(table_name) = ? order by ordinal_position",
                SchemaReader::column, table);
    }

    private static Column column(ResultSet r) throws SQLException {
        return new Column(r.getString(1), H2Words.type(r.getString(2), r.getLong(3), r.getInt(4)), r.getString(5).equals("YES"), H2Words.initial(r.getString(6)));
    }

    /** Where the migration gave no name, one by the same rule as where it did. */
    private List<Key> keys(String table, String kind) throws SQLException {
        List<Key> keys = new ArrayList<>();
        for (String name : catalogue.rows(KEYS, r -> r.getString(1), table, kind)) {
            String own = kind.equals("UNIQUE") ? table + "_unique" : table + "_pk";
            keys.add(new Key(name.startsWith("wf_") ? name : own, keyColumns(name)));
        }
        return keys;
    }

    private List<String> keyColumns(String key) throws SQLException {
        return catalogue.rows("select lower(column_name) from information_schema.key_column_usage where constraint_schema = schema()"
                + " and lower(constraint_name) = ? order by ordinal_position", r -> r.getString(1), key);
    }

    private List<Reference> references(String table) throws SQLException {
        List<Reference> references = new ArrayList<>();
        for (String name : catalogue.rows(KEYS, r -> r.getString(1), table, "FOREIGN KEY")) {
            String key = catalogue.rows("select lower(unique_constraint_name) from information_schema.referential_constraints"
                    + " where constraint_schema = schema() and lower(constraint_name) = ?", r -> r.getString(1), name).get(0);
            String target = catalogue.rows("select lower(table_name) from information_schema.table_constraints"
                    + " where constraint_schema = schema() and lower(constraint_name) = ?", r -> r.getString(1), key).get(0);
            references.add(new Reference(name, keyColumns(name), target, keyColumns(key)));
        }
        return references;
    }

    private List<Check> checks(String table) throws SQLException {
        return catalogue.rows("select lower(c.constraint_name), c.check_clause from information_schema.check_constraints c"
                + " join information_schema.table_constraints t on t.constraint_schema = c.constraint_schema and t.constraint_name = c.constraint_name"
                + " where c.constraint_schema = schema() and lower(t.table_name) = ? order by 1", r -> H2Words.check(r.getString(1), r.getString(2)), table);
    }

    private List<Index> indexes(String table) throws SQLException {
        List<Index> indexes = new ArrayList<>();
        for (Index named : catalogue.rows("select lower(index_name), index_type_name = 'UNIQUE INDEX' from information_schema.indexes"
                + " where table_schema = schema() and lower(table_name) = ? and not is_generated order by 1",
                r -> new Index(r.getString(1), r.getBoolean(2), List.of()), table)) {
            indexes.add(new Index(named.name(), named.unique(), catalogue.rows("select lower(column_name) from information_schema.index_columns"
                    + " where table_schema = schema() and lower(index_name) = ? order by ordinal_position", r -> r.getString(1), named.name())));
        }
        return indexes;
    }
}
