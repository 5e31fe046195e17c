package wf.scenario;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import wf.store.TestDatabase;

/** The relay and what it leaves to be sent, on the database servers. */
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
}
