package wf.scenario;

class ApprovalOnCoreTest extends ApprovalScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
