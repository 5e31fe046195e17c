package wf.scenario;

import wf.store.TestDatabase;

class RolesTest extends RolesCases {
    RolesTest() {
        super(TestDatabase.H2);
    }
}
