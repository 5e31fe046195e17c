package wf.store.migration;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Database;

/**
 * Brings the tables of one database up to date, or only checks them.
 *
 * <p>Two nodes may start at once: the second waits for the first and finds the work done. In a database that has
 * tables but no history of Flyway (a person ran the scripts, or another product lives there too) it goes on from the
 * version that the scripts noted.
 */
public final class Migration {
    private static final String HISTORY = "wf_schema_history";

    private final DataSource source;
    private final boolean apply;

    /** For the database behind a data source; its connections must not belong to a transaction. */
    public Migration(DataSource source, Settings settings) {
        this.source = source;
        this.apply = settings.on(Setting.DB_MIGRATE);
    }

    /** Returns when the tables are as the product needs them, and throws a sentence for a person otherwise. */
    @SuppressWarnings("try")
    public void run() {
        try {
            Database database = database();
            SchemaVersion version = new SchemaVersion(source);
            if (apply) {
                try (NodeLock alone = NodeLock.take(database, source)) {
                    apply(database, version.current());
                }
            }
            version.check(database);
            new InstantCheck(source).run();
        } catch (SQLException e) {
            throw new SchemaException("The database cannot be used: " + e.getMessage(), e);
        }
    }

    private Database database() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Database.named(connection.getMetaData().getDatabaseProductName());
        } catch (IllegalArgumentException e) {
            throw new SchemaException("This database is not supported: " + e.getMessage()
                    + ". Use H2, PostgreSQL or MariaDB, each with the driver of that name.", e);
        }
    }

    private void apply(Database database, int current) {
        try {
            Flyway.configure(Migration.class.getClassLoader())
                    .dataSource(source)
                    .table(HISTORY)
                    .resourceProvider(new PackedScripts(database))
                    .javaMigrationClassProvider(java.util.List::of)
                    .placeholderReplacement(false)
                    .baselineOnMigrate(true)
                    .baselineVersion(Integer.toString(current))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new SchemaException("The tables could not be brought to version " + Script.needed() + ": "
                    + e.getMessage(), e);
        }
    }
}
