package wf.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty database for one test, on each of the three products.
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
    },
    POSTGRESQL {
        @Override
        public DataSource fresh() throws SQLException {
            String url = create("WF_TEST_PG_URL", unique("wf_t"));
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
            String url = create("WF_TEST_MARIADB_URL", unique("wf_t"));
            MariaDbDataSource source = new MariaDbDataSource(url);
            source.setUser(variable("WF_TEST_DB_USER"));
            source.setPassword(variable("WF_TEST_DB_PASSWORD"));
            return source;
        }
    };

    /** A data source of a new, empty database. */
    public abstract DataSource fresh() throws SQLException;

    private static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static String create(String variable, String database) throws SQLException {
        String url = variable(variable);
        try (Connection connection = DriverManager.getConnection(url, variable("WF_TEST_DB_USER"),
                variable("WF_TEST_DB_PASSWORD")); Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
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
