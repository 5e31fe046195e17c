package wf.scenario;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import wf.store.TestDatabase;

/** Deputies, handover, what may be urged and pickers, on the database servers. */
@Tag("databases")
class StandingOnServersTest {

    @Nested
    class DeputiesOnPostgreSql extends DeputyGrantTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class HandoverOnPostgreSql extends HandoverTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class UrgeableOnPostgreSql extends UrgeableTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class PickersOnPostgreSql extends PickerTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class DeputiesOnMariaDb extends DeputyGrantTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class HandoverOnMariaDb extends HandoverTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class UrgeableOnMariaDb extends UrgeableTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class PickersOnMariaDb extends PickerTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class PassedOnPostgreSql extends PassedOnTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class PassedOnMariaDb extends PassedOnTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }
}
