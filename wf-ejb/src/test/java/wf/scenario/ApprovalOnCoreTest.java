package wf.scenario;

class ApprovalOnCoreTest extends ApprovalScenarios {

    @Override
    Engine engine() {
        return new CoreEngine();
    }
}
