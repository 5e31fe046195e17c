package wf.scenario;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import wf.store.TestDatabase;

/** The same scenarios on the database servers. */
@Tag("databases")
class ApprovalOnServersTest {

    @Nested
    class PostgreSql extends OnServer {
        PostgreSql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    @Nested
    class MariaDb extends OnServer {
        MariaDb() {
            super(TestDatabase.MARIADB);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class OnServer extends ApprovalScenarios {
        private final TestDatabase kind;
        private StoreEngine engine;

        OnServer(TestDatabase kind) {
            this.kind = kind;
        }

        @BeforeAll
        void open() throws SQLException {
            DataSource source = kind.migrated();
            engine = new StoreEngine(source, "default");
        }

        @AfterAll
        void close() {
            engine.close();
        }

        @Override
        protected Engine engine() {
            return engine;
        }
    }
}
