package wf.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import wf.setting.Settings;
import wf.store.migration.Migration;

/**
 * A database for one test, on each of the three products: empty, or with the product's tables. The thirty scripts that make
 * these run once in a JVM; what a test gets is a copy, in a tenth of the time.
 *
 * <p>H2 lives in memory. The others are the servers that {@code .ci/databases.sh start} starts and whose addresses it
 * prints; tests on them carry the tag {@code databases}.
 */
public enum TestDatabase {
    H2 {
        @Override
        public DataSource fresh() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:" + unique("t") + ";DB_CLOSE_DELAY=-1");
            source.setUser("wf");
            return source;
        }

        @Override
        Copies of(DataSource template) throws SQLException {
            List<String> script = read(template, "script nopasswords nosettings", 1);
            return () -> run(script, fresh());
        }
    },
    POSTGRESQL {
        @Override
        public DataSource fresh() throws SQLException {
            return at(create("WF_TEST_PG_URL", unique("wf_t"), ""));
        }

        @Override
        Copies of(DataSource template) {
            String name = ((PGSimpleDataSource) template).getDatabaseName();
            return () -> at(create("WF_TEST_PG_URL", unique("wf_t"), " template " + name));
        }

        private DataSource at(String url) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url);
            source.setUser(variable("WF_TEST_DB_USER"));
            source.setPassword(variable("WF_TEST_DB_PASSWORD"));
            return source;
        }
    },
    MARIADB {
        @Override
        public DataSource fresh() throws SQLException {
            String url = create("WF_TEST_MARIADB_URL", unique("wf_t"), "");
            MariaDbDataSource source = new MariaDbDataSource(url);
            source.setUser(variable("WF_TEST_DB_USER"));
            source.setPassword(variable("WF_TEST_DB_PASSWORD"));
            return source;
        }

        @Override
        Copies of(DataSource template) throws SQLException {
            List<String> statements = new ArrayList<>(List.of("set foreign_key_checks = 0"));
            String from = read(template, "select database()", 1).get(0);
            for (String table : read(template, "show tables", 1)) {
                statements.addAll(read(template, "show create table " + table, 2));
                if (!read(template, "select 1 from " + table + " limit 1", 1).isEmpty()) {
                    statements.add("insert into " + table + " select * from " + from + "." + table);
                }
            }
            return () -> run(statements, fresh());
        }
    };

    private Copies copies;

    /** A data source of a new, empty database. */
    public abstract DataSource fresh() throws SQLException;

    /** A data source of a new database that is as the scripts leave it. */
    public final synchronized DataSource migrated() throws SQLException {
        if (copies == null) {
            DataSource template = fresh();
            new Migration(template, new Settings(name -> null, name -> null)).run();
            copies = of(template);
        }
        return copies.next();
    }

    /** Copies of this database, to which nobody is connected. */
    abstract Copies of(DataSource template) throws SQLException;

    /** Makes new databases that are alike. */
    interface Copies {
        DataSource next() throws SQLException;
    }

    private static List<String> read(DataSource source, String query, int column) throws SQLException {
        List<String> read = new ArrayList<>();
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                read.add(rows.getString(column));
            }
        }
        return read;
    }

    private static DataSource run(List<String> statements, DataSource source) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
        return source;
    }

    private static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static String create(String variable, String database, String after) throws SQLException {
        String url = variable(variable);
        try (Connection connection = DriverManager.getConnection(url, variable("WF_TEST_DB_USER"),
                variable("WF_TEST_DB_PASSWORD")); Statement statement = connection.createStatement()) {
            statement.execute("create database " + database + after);
        }
        return url.replaceFirst("/wf(?=$|\\?)", "/" + database);
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: run '.ci/databases.sh start' and export what it prints");
        }
        return value;
    }
}
