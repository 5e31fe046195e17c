package wf.store.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import wf.setting.Settings;
import wf.store.migration.Migration;

/**
 * A script run on a database that is a relative of the one it is for. It is no run on that one; but a database that carries the statements out finds what no
 * parser looks for, such as a key over a column that is not there.
 */
final class RelativeCases {

    private RelativeCases() { }

    /** @param gaps what the relative does not understand */
    static void check(Dialect dialect, List<Gap> gaps, DataSource relative) throws SQLException {
        try (Connection connection = relative.getConnection(); Statement sender = connection.createStatement()) {
            for (String statement : Statements.of(dialect)) {
                Gap.parse((folder, sql) -> send(sender, sql), gaps, dialect.folder(), statement);
            }
        }
        assertThat(columns(relative)).containsExactlyInAnyOrderElementsOf(columns(SchemaReader.schema()));
        assertThatCode(() -> new Migration(relative, new Settings(name -> name.equals("wf.db.migrate") ? "off" : null, name -> null)).run())
                .as("the product finds its version, and its times as they were written").doesNotThrowAnyException();
    }

    private static void send(Statement sender, String sql) {
        try {
            sender.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static List<String> columns(Schema schema) {
        return schema.tables().stream().flatMap(t -> t.columns().stream().map(c -> t.name() + "." + c.name() + " " + (c.optional() ? "YES" : "NO"))).toList();
    }

    private static List<String> columns(DataSource relative) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = relative.getConnection(); Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select lower(table_name), lower(column_name), is_nullable from information_schema.columns"
                        + " where lower(table_schema) = lower(current_schema)")) {
            while (row.next()) {
                columns.add(row.getString(1) + "." + row.getString(2) + " " + row.getString(3));
            }
        }
        return columns;
    }
}
