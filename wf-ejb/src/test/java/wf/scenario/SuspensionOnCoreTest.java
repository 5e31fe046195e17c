package wf.scenario;

class SuspensionOnCoreTest extends SuspensionScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
