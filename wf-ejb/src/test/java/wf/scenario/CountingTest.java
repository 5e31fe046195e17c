package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import wf.store.TestDatabase;

/** Tables that fill from nothing are counted before the database's own minute is over. */
class CountingTest {

    TestDatabase kind() {
        return TestDatabase.H2;
    }

    @Test
    void tablesThatHaveGrownAreCountedOnceUntilTheyGrowAgain() throws SQLException {
        DataSource source = kind().migrated();
        letNobodyElseCount(source);
        try (StoreEngine engine = new StoreEngine(source, "acme")) {
            assertThat(engine.shell.counting.count()).isEmpty();
            people(source, 1, 5_000);
            assertThat(engine.shell.counting.count()).containsExactly(grown());
            assertThat(engine.shell.counting.count()).isEmpty();
            people(source, 5_001, 5_500);
            assertThat(engine.shell.counting.count()).isEmpty();
            people(source, 5_501, 15_000);
            assertThat(engine.shell.counting.count()).containsExactly(grown());
        }
    }

    /** Once a minute PostgreSQL looks for itself, which may be now. */
    private void letNobodyElseCount(DataSource source) throws SQLException {
        if (kind() == TestDatabase.POSTGRESQL) {
            try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("alter table wf_org_version set (autovacuum_enabled = false)");
            }
        }
    }

    /** The others count as they write. */
    private String[] grown() {
        return kind() == TestDatabase.POSTGRESQL ? new String[] {"wf_org_version"} : new String[0];
    }

    private static void people(DataSource source, int first, int last) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            for (int i = first; i <= last; i++) {
                statement.addBatch("insert into wf_org_version (tenant, version) values ('a tenant with a long name " + i + "', 1)");
            }
            statement.executeBatch();
        }
    }
}
