package wf.org.source;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import wf.store.TestDatabase;

/** The same on the database servers. */
@Tag("databases")
class MergeOnServersTest {

    @Nested
    class PostgreSql extends MergeCases {
        PostgreSql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    @Nested
    class MariaDb extends MergeCases {
        MariaDb() {
            super(TestDatabase.MARIADB);
        }
    }
}
