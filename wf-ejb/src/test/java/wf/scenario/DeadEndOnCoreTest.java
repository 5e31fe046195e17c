package wf.scenario;

class DeadEndOnCoreTest extends DeadEndScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
