package wf.scenario;

class WithdrawalOnCoreTest extends WithdrawalScenarios {

    @Override
    protected Engine engine() {
        return new CoreEngine();
    }
}
