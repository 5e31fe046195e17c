package wf.scenario;

class HandlingOnCoreTest extends HandlingScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
