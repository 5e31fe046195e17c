package wf.scenario;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import wf.store.TestDatabase;

/** What was tested of the whole shell on H2, on the database servers. */
@Tag("databases")
class StoreOnServersTest {

    @Nested
    class RacesOnPostgreSql extends RaceTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class RacesOnMariaDb extends RaceTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class OperationsOnPostgreSql extends OperationTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class OperationsOnMariaDb extends OperationTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class GuardsOnPostgreSql extends GuardTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class GuardsOnMariaDb extends GuardTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class ChartersOnPostgreSql extends CharterTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class ChartersOnMariaDb extends CharterTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class DefinitionsOnPostgreSql extends DefinitionTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class DefinitionsOnMariaDb extends DefinitionTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class MigrationsOnPostgreSql extends MigrationTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class MigrationsOnMariaDb extends MigrationTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class JobsOnPostgreSql extends JobTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class JobsOnMariaDb extends JobTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class SnapshotsOnPostgreSql extends SnapshotTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class SnapshotsOnMariaDb extends SnapshotTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class VerificationsOnPostgreSql extends VerificationTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class VerificationsOnMariaDb extends VerificationTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class DisclosuresOnPostgreSql extends DisclosureTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class DisclosuresOnMariaDb extends DisclosureTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class ArchivesOnPostgreSql extends ArchiveTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class ArchivesOnMariaDb extends ArchiveTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class ProcessInfosOnPostgreSql extends ProcessInfoTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class ProcessInfosOnMariaDb extends ProcessInfoTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class EncryptionOnPostgreSql extends EncryptionTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class EncryptionOnMariaDb extends EncryptionTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class StoredScriptsOnPostgreSql extends StoredScriptTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class StoredScriptsOnMariaDb extends StoredScriptTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class PurgesOnPostgreSql extends PurgeTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class PurgesOnMariaDb extends PurgeTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class ForgettingOnPostgreSql extends ForgettingTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class ForgettingOnMariaDb extends ForgettingTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class CountingOnPostgreSql extends CountingTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class CountingOnMariaDb extends CountingTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class ListsOnPostgreSql extends ListTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class ListsOnMariaDb extends ListTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class AsyncSubmitsOnPostgreSql extends AsyncSubmitTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class AsyncSubmitsOnMariaDb extends AsyncSubmitTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class OperatorsOnPostgreSql extends OperatorTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class OperatorsOnMariaDb extends OperatorTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }
}
