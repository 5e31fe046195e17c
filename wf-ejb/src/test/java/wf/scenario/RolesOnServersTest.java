package wf.scenario;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import wf.store.TestDatabase;

/** The same on the database servers. */
@Tag("databases")
class RolesOnServersTest {

    @Nested
    class PostgreSql extends RolesCases {
        PostgreSql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    @Nested
    class MariaDb extends RolesCases {
        MariaDb() {
            super(TestDatabase.MARIADB);
        }
    }
}
