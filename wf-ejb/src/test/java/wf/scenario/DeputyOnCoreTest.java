package wf.scenario;

class DeputyOnCoreTest extends DeputyScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
