package wf.scenario;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import wf.store.TestDatabase;

/** The relay, what it leaves to be sent, and what it tells of lists, on the database servers. */
@Tag("databases")
class RelayOnServersTest {

    @Nested
    class RelayOnPostgreSql extends RelayTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class DeliveriesOnPostgreSql extends DeliveryTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class RelayOnMariaDb extends RelayTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class DeliveriesOnMariaDb extends DeliveryTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }

    @Nested
    class ListNewsOnPostgreSql extends ListNewsTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class ListNewsOnMariaDb extends ListNewsTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }
}
