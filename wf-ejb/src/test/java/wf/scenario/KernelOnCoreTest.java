package wf.scenario;

class KernelOnCoreTest extends KernelScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
