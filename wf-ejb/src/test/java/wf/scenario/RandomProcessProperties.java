package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import wf.contract.AddInstanceRequest;
import wf.contract.CountersignSubmitRequest;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.OperationRequest;
import wf.contract.ReturnRequest;
import wf.contract.ReturnToRequest;
import wf.contract.SubmitRequest;
import wf.contract.TerminateRequest;
import wf.contract.Vote;

/**
 * The promise of §0.4a over random models and random legal operations: the engine checks it after every single one. In
 * the end an administrator can always close what is left.
 */
class RandomProcessProperties {

    private static final int STEPS = 60;

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void noOperationBringsAProcessToADeadEnd(@ForAll long seed) {
        Random random = new Random(seed);
        CoreEngine engine = new CoreEngine();
        engine.deploy(RandomModel.of("random", random));
        long instance = engine.start("zhao", "random", Map.of("pick", random.nextInt(5))).instanceId();
        for (int step = 0; step < STEPS && engine.stateOf(instance) == InstanceState.RUNNING; step++) {
            act(engine, instance, random);
        }
        if (engine.stateOf(instance) == InstanceState.RUNNING) {
            TerminateRequest request = new TerminateRequest();
            request.reason = "enough";
            assertThat(engine.perform("admin", "terminate", instance, instance, request).refused()).isNull();
        }
        assertThat(engine.openItems(instance)).isEmpty();
    }

    private static void act(CoreEngine engine, long instance, Random random) {
        Map<Long, String> incidents = engine.incidents(instance);
        List<Engine.Item> items = engine.openItems(instance);
        if (items.isEmpty() || !incidents.isEmpty() && random.nextInt(4) == 0) {
            long incident = incidents.keySet().iterator().next();
            legal(engine.perform("admin", random.nextBoolean() ? "skipIncident" : "retryIncident", instance, incident, with(new OperationRequest(), random)));
            return;
        }
        Engine.Item item = items.get(random.nextInt(items.size()));
        if (item.offered()) {
            legal(engine.perform("wang", "claim", instance, item.id(), new OperationRequest()));
        } else {
            work(engine, instance, item, random);
        }
    }

    private static void work(CoreEngine engine, long instance, Engine.Item item, Random random) {
        switch (random.nextInt(10)) {
            case 0 -> legal(engine.perform(item.owner(), "return", instance, item.id(), new ReturnRequest()));
            case 1 -> returnAnywhere(engine, instance, item, random);
            case 2 -> {
                CountersignSubmitRequest vote = new CountersignSubmitRequest();
                vote.vote = Vote.values()[random.nextInt(3)];
                legal(engine.perform(item.owner(), "countersignSubmit", instance, item.id(), vote));
            }
            case 3 -> legal(engine.perform(item.owner(), "unclaim", instance, item.id(), new OperationRequest()));
            case 4 -> {
                AddInstanceRequest request = new AddInstanceRequest();
                request.nodeInstanceId = engine.instance(instance).item(item.id()).nodeInstanceId();
                request.users = List.of("zhou", "qian").subList(0, 1 + random.nextInt(2));
                legal(engine.perform("admin", "addInstance", instance, instance, request));
            }
            case 5 -> migratedToTheSame(engine, instance);
            default -> legal(engine.perform(item.owner(), "submit", instance, item.id(), with(new SubmitRequest(), random)));
        }
    }

    /** To go on against the same model is always possible, and moves nothing. */
    private static void migratedToTheSame(CoreEngine engine, long instance) {
        List<Engine.Item> items = engine.openItems(instance);
        List<String> incidents = engine.incidents(instance).values().stream().sorted().toList();
        assertThat(engine.migrate("admin", instance, Map.of()).refused()).isNull();
        assertThat(engine.openItems(instance)).isEqualTo(items);
        assertThat(engine.incidents(instance).values().stream().sorted().toList()).isEqualTo(incidents);
    }

    private static void returnAnywhere(CoreEngine engine, long instance, Engine.Item item, Random random) {
        List<Long> targets = List.copyOf(engine.returnTargets(item.owner(), item.id(), instance).values());
        if (!targets.isEmpty()) {
            ReturnToRequest request = new ReturnToRequest();
            request.nodeInstanceId = targets.get(random.nextInt(targets.size()));
            legal(engine.perform(item.owner(), "returnTo", instance, item.id(), request));
        }
    }

    private static <R extends OperationRequest> R with(R request, Random random) {
        request.variables.add(World.property("pick", random.nextInt(5)));
        return request;
    }

    /** Accepted, or refused for a reason that the moment explains; never for another one. */
    private static void legal(Engine.Answer answer) {
        assertThat(answer.refused()).isIn(null, ErrorCode.TARGET_INVALID, ErrorCode.ILLEGAL_STATE, ErrorCode.FORBIDDEN,
                ErrorCode.NOT_FOUND, ErrorCode.NO_ROUTE);
    }
}
