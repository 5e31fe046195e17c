package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import wf.contract.CountersignSubmitRequest;
import wf.contract.InstanceState;
import wf.contract.OperationRequest;
import wf.contract.ResubmitMode;
import wf.contract.SubmitRequest;
import wf.contract.Vote;
import wf.contract.WorkItemKind;
import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.definition.SequenceFlow;
import wf.instance.ProcessInstance;
import wf.instance.Subscription;
import wf.value.Value;

/**
 * The promise of the product as a property: whatever people do to a process of whatever shape, it can be foreseen, it is
 * written down, and it leaves a process that can be brought to its end by working on. After each operation the engine
 * checks §0.4a, replays the events and compares them with the preview; in the end a driver that only works, waits, sends
 * what is waited for and skips incidents must reach the end.
 */
class OperationProperties {

    /** Sequences that are tried; {@code -Pthorough} tries many more. */
    private static final int SEQUENCES = Integer.getInteger("wf.random.sequences", 200);
    private static final int STEPS = 60;
    private static final int MAX_EVENTS = 2_500;
    /** Each operation is accepted so often at least, and each case of §1.3, in a run of the default length or more. */
    private static final int LEAST = 200;
    private static final int LEAST_OF_CASE = 50;

    private final Map<String, Integer> accepted = new TreeMap<>();
    private final Map<String, Integer> drawn = new TreeMap<>();
    private final Map<String, Integer> cases = new TreeMap<>();
    private int endless;

    @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void noSequenceOfOperationsBringsAProcessToADeadEnd(@ForAll long seed) {
        long first = Boolean.getBoolean("wf.random.fresh") ? seed : 20_261_121L;
        Random seeds = new Random(Long.getLong("wf.random.seed", first));
        for (int i = 0; i < SEQUENCES; i++) {
            long one = i == 0 && System.getProperty("wf.random.seed") != null ? Long.getLong("wf.random.seed") : seeds.nextLong();
            run(one, STEPS);
        }
        report();
    }

    /**
     * Tries the sequence; where it fails, looks for the shortest beginning of it that fails too, and tells that. A model
     * that multiplies its tokens without end by itself, with nobody doing more than his work, says nothing about operations.
     */
    private void run(long seed, int steps) {
        try {
            new Run(seed, steps).run();
        } catch (Throwable e) {
            if (fails(seed, 0)) {
                endless++;
                return;
            }
            int shortest = steps;
            while (shortest > 0 && fails(seed, shortest - 1)) {
                shortest--;
            }
            throw new AssertionError("again with -Dwf.random.sequences=1 -Dwf.random.seed=" + seed + "; " + shortest + " of " + steps
                    + " operations are enough: " + told(seed, shortest), e);
        }
    }

    private boolean fails(long seed, int steps) {
        try {
            new Run(seed, steps).run();
            return false;
        } catch (Throwable e) {
            return true;
        }
    }

    private List<String> told(long seed, int steps) {
        Run run = new Run(seed, steps);
        try {
            run.run();
        } catch (Throwable e) {
            run.done.add(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        return run.done;
    }

    private void report() {
        StringBuilder table = new StringBuilder("operation: accepted of drawn\n");
        drawn.forEach((name, all) -> table.append(String.format("%20s %6d of %6d%n", name, accepted.getOrDefault(name, 0), all)));
        table.append("case of 1.3: accepted\n");
        cases.forEach((name, all) -> table.append(String.format("%20s %6d%n", name, all)));
        table.append("models without end by themselves: ").append(endless).append(" of ").append(SEQUENCES).append('\n');
        System.out.println(table);
        assertThat(endless * 50).as("models without end").isLessThanOrEqualTo(Math.max(50, SEQUENCES));
        if (SEQUENCES >= 1_500) {
            int all = drawn.values().stream().mapToInt(i -> i).sum();
            assertThat(accepted.values().stream().mapToInt(i -> i).sum() * 2).as("accepted of %s", all).isGreaterThanOrEqualTo(all);
            drawn.keySet().forEach(name -> assertThat(accepted.getOrDefault(name, 0)).as(name).isGreaterThanOrEqualTo(LEAST));
            Set.of("A", "B", "C", "D", "E", "F").forEach(name -> assertThat(cases.getOrDefault(name, 0)).as("case " + name).isGreaterThanOrEqualTo(LEAST_OF_CASE));
        }
    }

    /** One model, one instance, and what people do to it. */
    private final class Run {
        private final Random random;
        private final int steps;
        private final CoreEngine engine = new CoreEngine();
        private final List<String> done = new ArrayList<>();
        private final Map<String, Integer> distances = new HashMap<>();
        private final Map<String, Integer> often = new HashMap<>();
        private long instanceId;
        private int least = Integer.MAX_VALUE;
        private int idle;

        Run(long seed, int steps) {
            this.random = new Random(seed);
            this.steps = steps;
        }

        void run() {
            engine.deploy(Sketch.process("besides").start("s").user("ask", "wang").end("e").path("s", "ask", "e").xml());
            engine.deploy(RandomModel.of("random", random));
            engine.checkPreviews();
            instanceId = engine.start("zhao", "random", Map.of("pick", random.nextInt(5), "people", List.of("li", "wang"))).instanceId();
            for (int step = 0; step < steps && isRunning() && engine.past(instanceId).size() < MAX_EVENTS; step++) {
                act();
            }
            workOff();
        }

        private ProcessInstance instance() {
            return engine.instance(instanceId);
        }

        private boolean isRunning() {
            return instance().state() == InstanceState.RUNNING;
        }

        // ---- what people do ----

        private void act() {
            if (random.nextInt(12) == 0) {
                time();
                return;
            }
            RandomRequests requests = new RandomRequests(engine, instanceId, random);
            List<String> names = new ArrayList<>(requests.names());
            Collections.shuffle(names, random);
            names.sort(Comparator.comparing(n -> often.getOrDefault(n, 0)));
            for (String name : names) {
                Optional<RandomRequests.Draw> draw = requests.draw(name);
                if (draw.isPresent()) {
                    perform(name, draw.get());
                    return;
                }
            }
            time();
        }

        private void perform(String name, RandomRequests.Draw draw) {
            drawn.merge(name, 1, Integer::sum);
            often.merge(name, 1, Integer::sum);
            done.add(name + " of " + draw.person() + " " + draw.about());
            if (engine.perform(draw.person(), name, instanceId, draw.target(), draw.request()).refused() == null) {
                accepted.merge(name, 1, Integer::sum);
                draw.cases().forEach(c -> cases.merge(c, 1, Integer::sum));
            } else {
                done.set(done.size() - 1, done.get(done.size() - 1) + " (refused)");
            }
        }

        private void time() {
            switch (random.nextInt(3)) {
                case 0 -> engine.pass(Duration.ofMinutes(random.nextInt(150)));
                case 1 -> engine.message("M" + random.nextInt(2), null, pick());
                default -> engine.signal("S" + random.nextInt(2), pick());
            }
        }

        private Map<String, Value> pick() {
            return random.nextBoolean() ? Map.of() : Map.of("pick", Value.of((long) random.nextInt(5)));
        }

        // ---- the driver ----

        /** Works until the instance is closed, and must not need more than so many steps for each node of the model. */
        private void workOff() {
            int most = Integer.getInteger("wf.random.patience", 20) * engine.definitions().stream().mapToInt(d -> d.nodes().size()).sum();
            for (int step = 0; isRunning(); step++) {
                assertThat(step).as("steps to the end; left are %s", left()).isLessThan(most);
                step();
            }
        }

        private Map<String, Long> left() {
            return instance().nodeInstances().stream().collect(Collectors.groupingBy(v -> v.nodeId() + " " + v.state(), TreeMap::new, Collectors.counting()));
        }

        private void step() {
            Map<Long, String> incidents = engine.incidents(instanceId);
            List<Engine.Item> items = engine.openItems(instanceId).stream().filter(i -> !i.state().name().equals("WAITING")).toList();
            List<ProcessInstance> children = engine.instances().stream().filter(i -> i.id() != instanceId && i.state() == InstanceState.RUNNING
                    && !(i.items().isEmpty() && i.incidents().isEmpty() && i.subscriptions().isEmpty())).toList();
            if (!incidents.isEmpty()) {
                skip(instanceId, incidents.keySet().iterator().next());
            } else if (!items.isEmpty()) {
                work(instanceId, items.get(random.nextInt(items.size())));
            } else if (!children.isEmpty()) {
                help(children.get(random.nextInt(children.size())));
            } else {
                await();
            }
        }

        /** A called instance holds this one up. */
        private void help(ProcessInstance child) {
            Map<Long, String> incidents = engine.incidents(child.id());
            List<Engine.Item> items = engine.openItems(child.id());
            if (!incidents.isEmpty()) {
                skip(child.id(), incidents.keySet().iterator().next());
            } else if (!items.isEmpty()) {
                work(child.id(), items.get(random.nextInt(items.size())));
            } else {
                await();
            }
        }

        /** What a token waits for happens, rather than what would only begin something beside. */
        private void await() {
            ProcessInstance waiting = engine.instances().stream().filter(i -> i.state() == InstanceState.RUNNING && !i.subscriptions().isEmpty())
                    .max(Comparator.comparing(i -> i.id() == instanceId ? 0 : 1))
                    .orElseThrow(() -> new AssertionError("nothing is waited for; left are " + left()));
            List<Subscription> inFlow = waiting.subscriptions().stream().filter(s -> isInFlow(waiting, s)).toList();
            List<Subscription> from = inFlow.isEmpty() ? List.copyOf(waiting.subscriptions()) : inFlow;
            Subscription one = from.get(random.nextInt(from.size()));
            switch (one.kind()) {
                case TIMER -> engine.pass(one.dueAt().isAfter(engine.now()) ? Duration.between(engine.now(), one.dueAt()) : Duration.ZERO);
                case MESSAGE -> engine.sent(one.name(), one.key(), pick());
                case SIGNAL -> engine.signal(one.name(), pick());
                case CONDITION -> engine.sets(waiting.id(), "pick", (long) random.nextInt(5));
            }
        }

        private boolean isInFlow(ProcessInstance waiting, Subscription subscription) {
            Node event = engine.definition(waiting.id()).node(subscription.nodeId());
            return event.event().attachedTo() == null && !event.type().equals("startEvent");
        }

        private void skip(long instance, long incident) {
            assertThat(engine.perform("admin", "skipIncident", instance, incident, best(instance, "admin", "skipIncident", incident, OperationRequest::new)).refused())
                    .as("skipping").isNull();
        }

        private void work(long instance, Engine.Item item) {
            if (item.offered()) {
                String taker = List.of("wang", "sun", "zhou", "li", "qian", "zhao").stream()
                        .filter(p -> engine.perform(p, "claim", instance, item.id(), new OperationRequest()).refused() == null).findFirst().orElse(null);
                assertThat(taker).as("somebody may claim %s", item).isNotNull();
            } else if (item.kind() == WorkItemKind.ASSIST) {
                engine.perform(item.owner(), "assistSubmit", instance, item.id(), new OperationRequest());
            } else {
                String operation = item.kind() == WorkItemKind.MAIN ? "submit" : "countersignSubmit";
                engine.perform(item.owner(), operation, instance, item.id(), best(instance, item.owner(), operation, item.id(),
                        operation.equals("submit") ? this::submit : this::vote));
            }
        }

        /**
         * The oracle: the choice after which the least is left to do, so that loops are left where they can be. When that
         * leads nowhere for a while, a few steps at random, since the way out may begin with one that looks longer.
         */
        private OperationRequest best(long instance, String person, String operation, long target, Supplier<OperationRequest> kind) {
            List<OperationRequest> choices = new ArrayList<>();
            for (int pick = 0; pick < 5; pick++) {
                OperationRequest request = kind.get();
                request.variables.add(World.property("pick", pick));
                choices.add(request);
            }
            Collections.shuffle(choices, random);
            int now = left(engine.instance(instance));
            if (now < least) {
                least = now;
                idle = 0;
            }
            if (++idle % 40 > 30) {
                return choices.get(0);
            }
            return choices.stream().min(Comparator.comparing(r -> engine.wouldBe(person, operation, instance, target, r).map(this::left).orElse(Integer.MAX_VALUE)))
                    .orElseThrow();
        }

        /** How far all tokens are from the ends of their scopes, as the crow flies. */
        private int left(ProcessInstance instance) {
            ProcessDefinition definition = engine.definition(instance.id());
            return instance.nodeInstances().stream().mapToInt(v -> 1 + distance(definition, v.nodeId())).sum();
        }

        private int distance(ProcessDefinition definition, String nodeId) {
            return distances.computeIfAbsent(definition.key() + " " + nodeId, k -> {
                Set<String> seen = new HashSet<>(Set.of(nodeId));
                List<String> front = List.of(nodeId);
                for (int steps = 0; !front.isEmpty(); steps++) {
                    if (front.stream().anyMatch(n -> definition.node(n).outgoing().isEmpty())) {
                        return steps;
                    }
                    front = front.stream().flatMap(n -> definition.node(n).outgoing().stream()).map(SequenceFlow::target).filter(seen::add).toList();
                }
                return definition.nodes().size();
            });
        }

        private OperationRequest submit() {
            SubmitRequest request = new SubmitRequest();
            request.resubmitMode = ResubmitMode.STEPWISE;
            return request;
        }

        private OperationRequest vote() {
            CountersignSubmitRequest request = new CountersignSubmitRequest();
            request.vote = Vote.values()[random.nextInt(3)];
            return request;
        }
    }
}
