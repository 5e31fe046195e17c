package wf.scenario;

class RemovalOnCoreTest extends RemovalScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
