package wf.access;

import wf.store.TestDatabase;

class SignOnTest extends SignOnCases {

    SignOnTest() {
        super(TestDatabase.H2);
    }
}
