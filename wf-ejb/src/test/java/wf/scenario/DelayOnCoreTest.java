package wf.scenario;

class DelayOnCoreTest extends DelayScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
