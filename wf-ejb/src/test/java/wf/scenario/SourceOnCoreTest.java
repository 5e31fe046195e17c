package wf.scenario;

class SourceOnCoreTest extends SourceScenarios {

    private final CoreEngine engine = new CoreEngine();

    @Override
    protected Engine engine() {
        return engine;
    }

    @Override
    protected int open(String person) {
        return (int) engine.instances().stream().flatMap(i -> i.items().stream()).filter(i -> person.equals(i.owner())).count();
    }
}
