package wf.scenario;

class StartedProcessOnCoreTest extends StartedProcessScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
