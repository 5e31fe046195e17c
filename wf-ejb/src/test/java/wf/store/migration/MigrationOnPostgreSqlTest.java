package wf.store.migration;

import org.junit.jupiter.api.Tag;
import wf.store.TestDatabase;

@Tag("databases")
class MigrationOnPostgreSqlTest extends MigrationCases {

    MigrationOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
