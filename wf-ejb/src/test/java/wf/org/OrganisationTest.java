package wf.org;

import wf.store.TestDatabase;

class OrganisationTest extends OrganisationCases {

    OrganisationTest() {
        super(TestDatabase.H2);
    }
}
