package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.instance.ProcessInstance;

/**
 * The promise of the product as a property: whatever people do to a process of whatever shape, it can be foreseen, it is
 * written down, and it leaves a process that can be brought to its end by working on. After each operation the engine
 * checks §0.4a, replays the events and compares them with the preview; in the end a driver that only works, waits, sends
 * what is waited for and skips incidents must reach the end.
 */
class OperationProperties {

    /** Sequences that are tried; {@code -Pthorough} tries many more. */
    private static final int SEQUENCES = Integer.getInteger("wf.random.sequences", 500);
    private static final int STEPS = 60;
    private static final int MAX_EVENTS = 2_500;
    /** So many are told of one run; each takes up to a minute to shorten. */
    private static final int FAILURES = 5;
    /** Each operation is accepted so often at least, and each case of §1.3, in a run of the default length or more. */
    private static final int LEAST = 200;
    private static final int LEAST_OF_CASE = 50;

    /** How much oftener than others some are drawn: what gets work done, so that there is something to look back at, and what looks back. */
    private static final Map<String, Integer> WEIGHTS = Map.of("submit", 8, "countersignSubmit", 6, "claim", 3, "return", 2, "returnTo", 8, "unclaim", 3,
            "retryIncident", 3, "skipIncident", 3, "supplementBranch", 3);

    private final Map<String, Integer> accepted = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> drawn = new ConcurrentSkipListMap<>();
    private final Map<String, Map<ErrorCode, Integer>> refusals = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> cases = new ConcurrentSkipListMap<>();
    private final Set<Long> endless = new ConcurrentSkipListSet<>();

    @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void noSequenceOfOperationsBringsAProcessToADeadEnd(@ForAll long seed) {
        long first = Boolean.getBoolean("wf.random.fresh") ? seed : 20_261_121L;
        Random seeds = new Random(Long.getLong("wf.random.seed", first));
        AtomicInteger done = new AtomicInteger();
        List<AssertionError> failures = LongStream.range(0, SEQUENCES)
                .map(i -> i == 0 ? Long.getLong("wf.random.seed", seeds.nextLong()) : seeds.nextLong()).boxed().toList().parallelStream()
                .unordered().map(one -> run(one, done)).flatMap(Optional::stream).limit(FAILURES).toList();
        if (!failures.isEmpty()) {
            failures.stream().skip(1).forEach(failures.get(0)::addSuppressed);
            throw failures.get(0);
        }
        report();
    }

    /**
     * Tries the sequence; where it fails, looks for the shortest beginning of it that fails too, and tells that. A model
     * that multiplies its tokens without end, by itself or from a node to which one was sent, says nothing about operations;
     * there are few of these.
     */
    private Optional<AssertionError> run(long seed, AtomicInteger done) {
        Optional<Throwable> failure = failure(seed, STEPS);
        if (done.incrementAndGet() % 1_000 == 0) {
            System.out.println(done + " of " + SEQUENCES + " random sequences");
        }
        if (failure.isEmpty()) {
            return Optional.empty();
        } else if (Driver.isMultiplied(failure.get()) || failure(seed, 0).filter(Driver::isPatienceLost).isPresent()) {
            endless.add(seed);
            return Optional.empty();
        }
        int shortest = STEPS;
        while (shortest > 0 && failure(seed, shortest - 1).isPresent()) {
            shortest--;
        }
        System.out.println("failed: " + seed + " " + failure.get().getMessage());
        return Optional.of(new AssertionError("again with -Dwf.random.sequences=1 -Dwf.random.seed=" + seed + "; " + shortest + " of " + STEPS
                + " operations are enough: " + told(seed, shortest), failure.get()));
    }

    private Optional<Throwable> failure(long seed, int steps) {
        try {
            new Run(seed, steps).run();
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(e);
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
        drawn.forEach((name, all) -> table.append(String.format("%20s %6d of %6d %s%n", name, accepted.getOrDefault(name, 0), all,
                refusals.getOrDefault(name, Map.of()))));
        table.append("case of 1.3: accepted\n");
        cases.forEach((name, all) -> table.append(String.format("%20s %6d%n", name, all)));
        table.append("models without end by themselves: ").append(endless.size()).append(" of ").append(SEQUENCES).append(' ').append(endless).append('\n');
        System.out.println(table);
        assertThat(endless.size() * 50).as("models without end").isLessThanOrEqualTo(Math.max(50, SEQUENCES));
        if (SEQUENCES >= 500) {
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
        private final Map<String, Integer> often = new HashMap<>();
        private long instanceId;

        Run(long seed, int steps) {
            this.random = new Random(seed);
            this.steps = steps;
        }

        void run() {
            engine.deploy(Sketch.process("besides").start("s").user("ask", "wang").end("e").path("s", "ask", "e").xml());
            engine.deploy(random.nextInt(3) == 0 ? RandomModel.of("random", random) : RandomModel.ofPeople("random", random));
            engine.checkPreviews();
            instanceId = engine.start("zhao", "random", Map.of("pick", random.nextInt(5), "people", List.of("li", "wang"))).instanceId();
            for (int step = 0; step < steps && engine.past(instanceId).size() < MAX_EVENTS; step++) {
                act(step > steps * 3 / 4);
            }
            new Driver(engine, instanceId, random).workOff();
        }

        private ProcessInstance instance() {
            return engine.instance(instanceId);
        }

        // ---- what people do ----

        /** @param late whether the instance may be ended by force */
        private void act(boolean late) {
            if (random.nextInt(12) == 0) {
                time();
                return;
            }
            if (random.nextInt(6) == 0 && leavesCalled()) {
                return;
            }
            RandomRequests requests = new RandomRequests(engine, instanceId, random, late);
            List<String> names = new ArrayList<>(requests.names());
            Collections.shuffle(names, random);
            names.sort(Comparator.comparing(n -> often.getOrDefault(n, 0) / WEIGHTS.getOrDefault(n, 1)));
            for (String name : names) {
                Optional<RandomRequests.Draw> draw = requests.draw(name);
                if (draw.isPresent()) {
                    perform(name, draw.get());
                    return;
                }
            }
            time();
        }

        /** Somebody who works in a called instance sends the work back out of it. */
        private boolean leavesCalled() {
            List<Long> called = engine.instances().stream().filter(i -> i.state() == InstanceState.RUNNING && i.identity().parent() != null)
                    .map(ProcessInstance::id).toList();
            for (long one : called) {
                Optional<RandomRequests.Draw> draw = new RandomRequests(engine, one, random, false).out();
                if (draw.isPresent()) {
                    perform("returnTo", one, draw.get());
                    return true;
                }
            }
            return false;
        }

        private void perform(String name, RandomRequests.Draw draw) {
            perform(name, instanceId, draw);
        }

        private void perform(String name, long at, RandomRequests.Draw draw) {
            drawn.merge(name, 1, Integer::sum);
            often.merge(name, 1, Integer::sum);
            done.add(name + " of " + draw.person() + " " + draw.about());
            ErrorCode refused = engine.perform(draw.person(), name, at, draw.target(), draw.request()).refused();
            if (refused == null) {
                accepted.merge(name, 1, Integer::sum);
                draw.cases().forEach(c -> cases.merge(c, 1, Integer::sum));
            } else {
                done.set(done.size() - 1, done.get(done.size() - 1) + " (" + refused + ")");
                refusals.computeIfAbsent(name, n -> new ConcurrentSkipListMap<>()).merge(refused, 1, Integer::sum);
            }
        }

        private void time() {
            switch (random.nextInt(3)) {
                case 0 -> engine.pass(Duration.ofMinutes(random.nextInt(150)));
                case 1 -> engine.message("M" + random.nextInt(4), null, RandomRequests.pick(random));
                default -> engine.signal("S" + random.nextInt(2), RandomRequests.pick(random));
            }
        }
    }
}
