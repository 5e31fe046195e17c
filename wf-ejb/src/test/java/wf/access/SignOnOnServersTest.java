package wf.access;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import wf.store.TestDatabase;

/** The same on the database servers. */
@Tag("databases")
class SignOnOnServersTest {

    @Nested
    class PostgreSql extends SignOnCases {
        PostgreSql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    @Nested
    class MariaDb extends SignOnCases {
        MariaDb() {
            super(TestDatabase.MARIADB);
        }
    }

    @Nested
    class NoncesOnPostgreSql extends UsedNonceCases {
        NoncesOnPostgreSql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    @Nested
    class NoncesOnMariaDb extends UsedNonceCases {
        NoncesOnMariaDb() {
            super(TestDatabase.MARIADB);
        }
    }

    @Nested
    class ProgramsOnPostgreSql extends ProgramCases {
        ProgramsOnPostgreSql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    @Nested
    class ProgramsOnMariaDb extends ProgramCases {
        ProgramsOnMariaDb() {
            super(TestDatabase.MARIADB);
        }
    }
}
