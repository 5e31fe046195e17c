package wf.access;

import wf.store.TestDatabase;

class ProgramTest extends ProgramCases {

    ProgramTest() {
        super(TestDatabase.H2);
    }
}
