package wf.store.migration;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import wf.store.Database;

/**
 * The version that the tables have, and whether the product can work with it.
 *
 * <p>It reads the table {@code wf_schema} that the scripts themselves write, not the migration tool's: so it is the same
 * check whether the tool or a person ran them.
 */
final class SchemaVersion {
    private static final String TABLE = "wf_schema";

    private final DataSource source;

    SchemaVersion(DataSource source) {
        this.source = source;
    }

    /** The number of the last script that ran, 0 in an empty database. */
    int current() throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (!exists(connection)) {
                return 0;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT MAX(version) FROM " + TABLE)) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Refuses any version but the one that is needed. */
    void check(Database database) throws SQLException {
        int current = current();
        if (current < Script.needed()) {
            throw new SchemaException("The database has schema version " + current + ", this product needs version "
                    + Script.needed() + ". Run these scripts in this order, or start with WF_DB_MIGRATE=on: "
                    + missing(database, current) + ".", null);
        }
        if (current > Script.needed()) {
            throw new SchemaException("The database has schema version " + current + ", this product only knows version "
                    + Script.needed() + ". Start the version of the product that fits, or restore the database.", null);
        }
    }

    private static String missing(Database database, int current) {
        return Script.all().stream().filter(script -> script.version() > current)
                .map(script -> script.path(database)).collect(Collectors.joining(", "));
    }

    private static boolean exists(Connection connection) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        String table = meta.storesUpperCaseIdentifiers() ? TABLE.toUpperCase(Locale.ROOT) : TABLE;
        try (ResultSet found = meta.getTables(connection.getCatalog(), connection.getSchema(), table, null)) {
            return found.next();
        }
    }
}
