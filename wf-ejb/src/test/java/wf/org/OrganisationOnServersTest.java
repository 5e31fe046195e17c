package wf.org;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import wf.store.TestDatabase;

/** The same on the database servers. */
@Tag("databases")
class OrganisationOnServersTest {

    @Nested
    class PostgreSql extends OrganisationCases {
        PostgreSql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    @Nested
    class MariaDb extends OrganisationCases {
        MariaDb() {
            super(TestDatabase.MARIADB);
        }
    }
}
