package wf.scenario;

class CalledReturnOnCoreTest extends CalledReturnScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
