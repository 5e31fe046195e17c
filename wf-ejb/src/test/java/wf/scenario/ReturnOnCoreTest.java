package wf.scenario;

class ReturnOnCoreTest extends ReturnScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
