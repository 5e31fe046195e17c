package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import wf.contract.InstanceState;
import wf.contract.OperationRequest;
import wf.contract.RestoreInstanceRequest;
import wf.contract.ResubmitMode;
import wf.contract.SubmitRequest;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.instance.ProcessInstance;
import wf.instance.Subscription;

/**
 * The fair oracle at the end of a random sequence: it only works, waits, sends what is waited for, resumes what was laid
 * aside and skips incidents, and so must bring every instance to its end.
 */
final class Driver {

    private static final String PATIENCE = "steps to the end";
    private static final String MULTIPLIES = "tokens in circles that make more of them";
    /** So many tokens for each node of the models come of no operation. */
    private static final int FLOOD = 10;

    private final CoreEngine engine;
    private final long instanceId;
    private final Random random;
    private final Map<ProcessDefinition, Distances> distances = new HashMap<>();
    private int least = Integer.MAX_VALUE;
    private int idle;

    Driver(CoreEngine engine, long instanceId, Random random) {
        this.engine = engine;
        this.instanceId = instanceId;
        this.random = random;
    }

    /** Whether it gave up because tokens still moved after so many steps. */
    static boolean isPatienceLost(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains(PATIENCE);
    }

    /** Whether there are still more tokens than working them off could leave, one for every second node, and new ones all the time. */
    static boolean isMultiplied(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains(MULTIPLIES);
    }

    private ProcessInstance instance() {
        return engine.instance(instanceId);
    }

    private boolean isUnderWay() {
        return !instance().isClosed() || instance().state() == InstanceState.DELETED;
    }

    /** Works until the instance is closed, and must not need more than so many steps for each node of the model. */
    void workOff() {
        int nodes = engine.definitions().stream().mapToInt(d -> d.nodes().size()).sum();
        int most = Integer.getInteger("wf.random.patience", 20) * nodes;
        for (int step = 0; isUnderWay(); step++) {
            int tokens = tokens();
            assertThat(tokens).as(() -> MULTIPLIES + "; left are " + left()).isLessThan(FLOOD * nodes);
            assertThat(step).as(() -> (tokens > nodes / 2 || engine.isFlooded() ? MULTIPLIES : PATIENCE) + "; left are " + left()).isLessThan(most);
            step();
        }
    }

    /** Of all instances, since what is called may multiply by itself. */
    private int tokens() {
        return engine.instances().stream().filter(i -> !i.isClosed()).mapToInt(i -> i.nodeInstances().size()).sum();
    }

    /** Of each instance that is not over, where its tokens are. */
    private Map<String, Long> left() {
        return engine.instances().stream().filter(i -> !i.isClosed()).flatMap(i -> i.nodeInstances().stream()
                .map(v -> (i.id() == instanceId ? "" : "called " + i.state() + " ") + v.nodeId() + " " + v.state()))
                .collect(Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting()));
    }

    private void step() {
        switch (instance().state()) {
            case SUSPENDED -> administers("resumeInstance", instanceId, new OperationRequest());
            case DELETED -> administers("restoreInstance", instanceId, new RestoreInstanceRequest());
            default -> underWay();
        }
    }

    private void administers(String operation, long target, OperationRequest request) {
        assertThat(engine.perform("admin", operation, instanceId, target, request).refused()).as(operation).isNull();
    }

    /** The instance itself is helped on first, then one that holds it up; with nothing to do, what is waited for happens. */
    private void underWay() {
        List<ProcessInstance> children = engine.instances().stream()
                .filter(i -> i.id() != instanceId && i.state() == InstanceState.RUNNING && !(i.items().isEmpty() && i.incidents().isEmpty())).toList();
        if (isAnythingToDo(instance())) {
            help(instance());
        } else if (!children.isEmpty()) {
            help(children.get(random.nextInt(children.size())));
        } else {
            await();
        }
    }

    private boolean isAnythingToDo(ProcessInstance at) {
        return !engine.incidents(at.id()).isEmpty() || !items(at).isEmpty();
    }

    private List<Engine.Item> items(ProcessInstance at) {
        return engine.openItems(at.id()).stream().filter(i -> i.state() != WorkItemState.WAITING).toList();
    }

    private void help(ProcessInstance at) {
        Map<Long, String> incidents = engine.incidents(at.id());
        List<Engine.Item> items = items(at);
        if (!incidents.isEmpty()) {
            skip(at.id(), incidents.keySet().iterator().next());
        } else if (!items.isEmpty()) {
            work(at.id(), items.get(random.nextInt(items.size())));
        } else {
            await();
        }
    }

    /** What a token waits for happens, rather than what would only begin something beside. */
    private void await() {
        ProcessInstance waiting = engine.instances().stream().filter(i -> i.state() == InstanceState.RUNNING && !i.subscriptions().isEmpty())
                .max(Comparator.comparing(i -> i.id() == instanceId ? 0 : 1))
                .orElseThrow(() -> new AssertionError((engine.isFlooded() ? MULTIPLIES : "nothing is waited for") + "; left are " + left()));
        List<Subscription> inFlow = waiting.subscriptions().stream().filter(s -> isInFlow(waiting, s)).toList();
        List<Subscription> from = inFlow.isEmpty() ? List.copyOf(waiting.subscriptions()) : inFlow;
        Subscription one = from.get(random.nextInt(from.size()));
        switch (one.kind()) {
            case TIMER -> engine.pass(one.dueAt().isAfter(engine.now()) ? Duration.between(engine.now(), one.dueAt()) : Duration.ZERO);
            case MESSAGE -> engine.sent(one.name(), one.key(), RandomRequests.pick(random));
            case SIGNAL -> engine.signal(one.name(), RandomRequests.pick(random));
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
        if (item.state() == WorkItemState.SUSPENDED) {
            administers("resumeItem", item.id(), new OperationRequest());
        } else if (item.offered()) {
            String taker = List.of("wang", "sun", "zhou", "li", "qian", "zhao").stream()
                    .filter(p -> engine.perform(p, "claim", instance, item.id(), new OperationRequest()).refused() == null).findFirst().orElse(null);
            assertThat(taker).as("somebody may claim %s", item).isNotNull();
        } else if (item.kind() == WorkItemKind.ASSIST) {
            engine.perform(item.owner(), "assistSubmit", instance, item.id(), new OperationRequest());
        } else {
            String operation = item.kind() == WorkItemKind.MAIN ? "submit" : "countersignSubmit";
            engine.perform(item.owner(), operation, instance, item.id(), best(instance, item.owner(), operation, item.id(),
                    operation.equals("submit") ? this::submit : () -> RandomRequests.vote(random)));
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

    /** How much is left until all tokens are at the ends of their scopes. */
    private int left(ProcessInstance instance) {
        Distances distances = this.distances.computeIfAbsent(engine.definition(instance.id()), Distances::new);
        return instance.nodeInstances().stream().mapToInt(v -> 1 + distances.of(v.nodeId())).sum();
    }

    private OperationRequest submit() {
        SubmitRequest request = new SubmitRequest();
        request.resubmitMode = ResubmitMode.STEPWISE;
        return request;
    }
}
