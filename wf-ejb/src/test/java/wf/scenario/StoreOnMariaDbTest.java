package wf.scenario;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import wf.store.TestDatabase;

/** What was tested of the whole shell on H2, on MariaDB. */
@Tag("databases")
class StoreOnMariaDbTest {

    @Nested
    class Races extends RaceTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class Operations extends OperationTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class Guards extends GuardTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class Charters extends CharterTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class Definitions extends DefinitionTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class Migrations extends MigrationTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class Jobs extends JobTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class Snapshots extends SnapshotTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class Verifications extends VerificationTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class Disclosures extends DisclosureTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class Archives extends ArchiveTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class ProcessInfos extends ProcessInfoTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class Encryption extends EncryptionTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class StoredScripts extends StoredScriptTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class Purges extends PurgeTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class Forgetting extends ForgettingTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class Counting extends CountingTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class Lists extends ListTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class AsyncSubmits extends AsyncSubmitTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class Operators extends OperatorTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }
}
