package wf.scenario;

class AddInstanceOnCoreTest extends AddInstanceScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
