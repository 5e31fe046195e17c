package wf.scenario;

class CharterOnCoreTest extends CharterScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
