package wf.scenario;

class MoveOnCoreTest extends MoveScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
