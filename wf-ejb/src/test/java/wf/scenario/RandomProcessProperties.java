package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import wf.contract.AddInstanceRequest;
import wf.contract.AddSignPosition;
import wf.contract.AddSignRequest;
import wf.contract.AssistRequest;
import wf.contract.CountersignRequest;
import wf.contract.CountersignSubmitRequest;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.InternalSubmitRequest;
import wf.contract.OperationRequest;
import wf.contract.ReplaceHandlerRequest;
import wf.contract.ReturnRequest;
import wf.contract.ReturnToRequest;
import wf.contract.SigningOrder;
import wf.contract.SigningRuleKind;
import wf.contract.SubmitRequest;
import wf.contract.TerminateRequest;
import wf.contract.TransferRequest;
import wf.contract.Vote;
import wf.instance.InstanceSnapshot;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.store.JournalBody;
import wf.store.Json;
import wf.value.Value;

/**
 * The promise of §0.4a over random models and random legal operations, while time passes and messages and signals come:
 * the engine checks it after every single one, and replays the events. In the end an administrator can always close what
 * is left, and the journal reads as it was written.
 */
class RandomProcessProperties {

    /** Models that are tried; {@code -Pthorough} tries many more. */
    private static final int TRIES = Integer.getInteger("wf.random.models", 300);
    private static final int INSTANCES = 2;
    private static final int STEPS = 60;
    private static final int MAX_EVENTS = 1_500;
    /** A model that has come to so many multiplies its tokens; more of them show nothing new and take minutes. */
    private static final int MAX_TOKENS = 300;
    /** A model that multiplies its tokens can have a past that no memory holds as one text; a journal never writes it as one. */
    private static final int MAX_WRITTEN = 20_000;

    @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void noOperationBringsAProcessToADeadEnd(@ForAll long seed) {
        // The same models in every build, so that a build says something about its change; thorough runs look for new ones.
        long first = Boolean.getBoolean("wf.random.fresh") ? seed : 20_261_121L;
        Random seeds = new Random(Long.getLong("wf.random.seed", first));
        AtomicInteger done = new AtomicInteger();
        Optional<AssertionError> failure = LongStream.range(0, TRIES)
                .map(i -> i == 0 ? Long.getLong("wf.random.seed", seeds.nextLong()) : seeds.nextLong()).boxed().toList().parallelStream()
                .map(one -> failure(one, done)).flatMap(Optional::stream).findAny();
        failure.ifPresent(e -> {
            throw e;
        });
    }

    private static Optional<AssertionError> failure(long seed, AtomicInteger done) {
        try {
            new Run(seed).run();
            if (done.incrementAndGet() % 1_000 == 0) {
                System.out.println(done + " of " + TRIES + " random models");
            }
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(new AssertionError("again with -Dwf.random.models=1 -Dwf.random.seed=" + seed, e));
        }
    }

    /** One model and what happens to it. */
    private static final class Run {
        private final Random random;
        private final CoreEngine engine = new CoreEngine();

        Run(long seed) {
            random = new Random(seed);
        }

        void run() {
            engine.deploy(RandomModel.of("random", random));
            for (int i = 0; i < INSTANCES; i++) {
                legal(engine.start("zhao", "random", Map.of("pick", random.nextInt(5), "people", List.of("li", "wang"))));
            }
            for (int step = 0; step < STEPS && !running().isEmpty() && events() < MAX_EVENTS && tokens() < MAX_TOKENS; step++) {
                act();
            }
            running().forEach(this::close);
            engine.instances().stream().filter(i -> engine.past(i.id()).size() < MAX_WRITTEN).forEach(this::isWrittenAsItIs);
        }

        private List<ProcessInstance> running() {
            return engine.instances().stream().filter(i -> i.state() == InstanceState.RUNNING).toList();
        }

        private int tokens() {
            return engine.instances().stream().mapToInt(i -> i.nodeInstances().size()).sum();
        }

        private int events() {
            return engine.instances().stream().mapToInt(i -> engine.past(i.id()).size()).sum();
        }

        private void close(ProcessInstance instance) {
            InstanceSnapshot left = instance.snapshot();
            assertThat(Json.read(Json.write(left), InstanceSnapshot.class)).isEqualTo(left);
            if (engine.stateOf(instance.id()) == InstanceState.RUNNING) {
                TerminateRequest request = new TerminateRequest();
                request.reason = "enough";
                assertThat(engine.perform("admin", "terminate", instance.id(), instance.id(), request).refused()).isNull();
            }
            assertThat(engine.openItems(instance.id())).isEmpty();
        }

        private void isWrittenAsItIs(ProcessInstance instance) {
            JournalBody journal = new JournalBody(engine.past(instance.id()), null, null);
            assertThat(Json.read(Json.write(journal), JournalBody.class)).isEqualTo(journal);
            Instant rowTime = instance.startedAt();
            assertThat(JournalBody.of(journal.text(rowTime), rowTime)).isEqualTo(journal);
            assertThat(JournalBody.of(Json.write(journal), rowTime)).isEqualTo(journal);
        }

        // ---- what happens ----

        private void act() {
            switch (random.nextInt(10)) {
                case 0 -> engine.pass(Duration.ofMinutes(random.nextInt(150)));
                case 1 -> engine.message("M" + random.nextInt(4), null, pick());
                case 2 -> engine.signal("S" + random.nextInt(2), pick());
                default -> somebodyActs(running().get(random.nextInt(running().size())));
            }
        }

        private Map<String, Value> pick() {
            return random.nextBoolean() ? Map.of() : Map.of("pick", Value.of((long) random.nextInt(5)));
        }

        private void somebodyActs(ProcessInstance instance) {
            Map<Long, String> incidents = engine.incidents(instance.id());
            List<Engine.Item> items = engine.openItems(instance.id());
            List<NodeInstance> loops = instance.nodeInstances().stream().filter(v -> v.progress() != null && v.progress().planned() > 0).toList();
            if (!incidents.isEmpty() && (items.isEmpty() || random.nextInt(4) == 0)) {
                List<Long> ids = new ArrayList<>(incidents.keySet());
                legal(engine.perform("admin", random.nextBoolean() ? "skipIncident" : "retryIncident", instance.id(), ids.get(random.nextInt(ids.size())), with(new OperationRequest())));
            } else if (!loops.isEmpty() && random.nextInt(8) == 0) {
                AddInstanceRequest request = new AddInstanceRequest();
                request.nodeInstanceId = loops.get(0).id();
                request.element = World.property("element", "sun");
                legal(engine.perform("admin", "addInstance", instance.id(), instance.id(), request));
            } else if (!items.isEmpty()) {
                work(instance.id(), items.get(random.nextInt(items.size())));
            } else {
                engine.pass(Duration.ofHours(1));
            }
        }

        private void work(long instance, Engine.Item item) {
            if (item.offered()) {
                legal(engine.perform("wang", "claim", instance, item.id(), new OperationRequest()));
                return;
            }
            if (random.nextInt(4) == 0) {
                involve(instance, item);
                return;
            }
            switch (random.nextInt(10)) {
                case 0 -> legal(engine.perform(item.owner(), "return", instance, item.id(), new ReturnRequest()));
                case 1 -> returnAnywhere(instance, item);
                case 2 -> {
                    CountersignSubmitRequest vote = new CountersignSubmitRequest();
                    vote.vote = Vote.values()[random.nextInt(3)];
                    legal(engine.perform(item.owner(), "countersignSubmit", instance, item.id(), vote));
                }
                case 3 -> legal(engine.perform(item.owner(), "unclaim", instance, item.id(), new OperationRequest()));
                default -> legal(engine.perform(item.owner(), "submit", instance, item.id(), with(new SubmitRequest())));
            }
        }

        /** The holder passes his work on, asks others, or answers who asked him. */
        private void involve(long instance, Engine.Item item) {
            List<String> people = List.of("zhao", "qian", "li", "wang", "sun", "zhou");
            List<String> users = random.ints(1 + random.nextInt(2), 0, people.size()).distinct().mapToObj(people::get).toList();
            String by = random.nextInt(8) == 0 ? "admin" : item.owner();
            switch (random.nextInt(8)) {
                case 0 -> {
                    TransferRequest request = new TransferRequest();
                    request.user = users.get(0);
                    legal(engine.perform(by, "transfer", instance, item.id(), request));
                }
                case 1 -> {
                    ReplaceHandlerRequest request = new ReplaceHandlerRequest();
                    request.user = users.get(0);
                    legal(engine.perform("admin", "replaceHandler", instance, item.id(), request));
                }
                case 2 -> {
                    AssistRequest request = new AssistRequest();
                    request.users = users;
                    request.wait = random.nextBoolean();
                    legal(engine.perform(by, "assist", instance, item.id(), request));
                }
                case 3 -> {
                    CountersignRequest request = new CountersignRequest();
                    request.users = users;
                    request.order = SigningOrder.values()[random.nextInt(2)];
                    request.rule = SigningRuleKind.values()[random.nextInt(2)];
                    legal(engine.perform(by, "countersign", instance, item.id(), request));
                }
                case 4 -> {
                    AddSignRequest request = new AddSignRequest();
                    request.users = users;
                    request.position = AddSignPosition.values()[random.nextInt(3)];
                    legal(engine.perform(by, "addSign", instance, item.id(), request));
                }
                case 5 -> {
                    InternalSubmitRequest request = new InternalSubmitRequest();
                    request.user = users.get(0);
                    request.opinion = "done";
                    legal(engine.perform(by, "internalSubmit", instance, item.id(), request));
                }
                case 6 -> legal(engine.perform("admin", "removeSign", instance, item.id(), new OperationRequest()));
                default -> legal(engine.perform(by, "assistSubmit", instance, item.id(), new OperationRequest()));
            }
        }

        private void returnAnywhere(long instance, Engine.Item item) {
            List<Long> targets = List.copyOf(engine.returnTargets(item.owner(), item.id(), instance).values());
            if (!targets.isEmpty()) {
                ReturnToRequest request = new ReturnToRequest();
                request.nodeInstanceId = targets.get(random.nextInt(targets.size()));
                legal(engine.perform(item.owner(), "returnTo", instance, item.id(), request));
            }
        }

        private <R extends OperationRequest> R with(R request) {
            request.variables.add(World.property("pick", random.nextInt(5)));
            return request;
        }

        /** Accepted, or refused for a reason that the moment explains; never for another one. */
        private static void legal(Engine.Answer answer) {
            assertThat(answer.refused()).isIn(null, ErrorCode.TARGET_INVALID, ErrorCode.ILLEGAL_STATE, ErrorCode.FORBIDDEN,
                    ErrorCode.NOT_FOUND, ErrorCode.NO_ROUTE, ErrorCode.NODE_POLICY);
        }
    }
}
