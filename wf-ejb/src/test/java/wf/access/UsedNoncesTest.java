package wf.access;

import wf.store.TestDatabase;

class UsedNoncesTest extends UsedNonceCases {
    UsedNoncesTest() {
        super(TestDatabase.H2);
    }
}
