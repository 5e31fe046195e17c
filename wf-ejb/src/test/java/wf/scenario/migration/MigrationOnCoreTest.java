package wf.scenario.migration;

import wf.scenario.CoreEngine;
import wf.scenario.Engine;

class MigrationOnCoreTest extends MigrationScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
