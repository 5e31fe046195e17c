package wf.scenario;

class LimitOnCoreTest extends LimitScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
