package wf.store.migration;

import wf.store.TestDatabase;

class MigrationOnH2Test extends MigrationCases {

    MigrationOnH2Test() {
        super(TestDatabase.H2);
    }
}
