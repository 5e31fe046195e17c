package wf.store.migration;

import org.junit.jupiter.api.Tag;
import wf.store.TestDatabase;

@Tag("databases")
class MigrationOnMariaDbTest extends MigrationCases {

    MigrationOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
