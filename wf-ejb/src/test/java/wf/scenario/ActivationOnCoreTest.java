package wf.scenario;

class ActivationOnCoreTest extends ActivationScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
