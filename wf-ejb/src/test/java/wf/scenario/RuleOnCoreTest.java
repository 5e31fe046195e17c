package wf.scenario;

class RuleOnCoreTest extends RuleScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
