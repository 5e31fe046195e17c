package wf.org;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import wf.store.TestDatabase;

/** Swaps of the organisation on the database servers. */
@Tag("databases")
class SwapOnServersTest {

    @Nested
    class OnPostgreSql extends SwapTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.POSTGRESQL;
        }
    }

    @Nested
    class OnMariaDb extends SwapTest {
        @Override
        TestDatabase kind() {
            return TestDatabase.MARIADB;
        }
    }
}
