package wf.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import wf.bpmn.BpmnModel;
import wf.bpmn.BpmnReader;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.OperationRequest;
import wf.contract.Property;
import wf.contract.StartRequest;
import wf.definition.ProcessDefinition;
import wf.instance.Event;
import wf.instance.Incident;
import wf.instance.InstanceIdentity;
import wf.instance.ProcessInstance;
import wf.instance.WorkItem;
import wf.node.BuiltInNodeTypes;
import wf.operation.Identities;
import wf.operation.Identity;
import wf.operation.Operation;
import wf.operation.Operations;
import wf.operation.Returns;
import wf.operation.Subject;
import wf.rule.Expressions;
import wf.rule.Languages;
import wf.rule.jexl.JexlExpressions;
import wf.rule.xpath.XPathExpressions;
import wf.runtime.Decision;
import wf.runtime.Directory;
import wf.runtime.Facts;
import wf.runtime.Flow;
import wf.runtime.Member;
import wf.runtime.NodeTypes;
import wf.runtime.Trail;
import wf.value.Value;

/** The pure core in memory: decisions and events without a database, in milliseconds. Everything it did can be replayed. */
public final class CoreEngine implements Engine {

    private static final Expressions EXPRESSIONS = new Languages(new JexlExpressions(), new XPathExpressions());
    private final NodeTypes types = BuiltInNodeTypes.all();
    private final Operations operations = Operations.builtIn();
    private final Directory directory = new SamplePeople();
    private final Map<String, ProcessDefinition> definitions = new HashMap<>();
    private final Map<Long, Life> lives = new HashMap<>();
    private final AtomicLong ids = new AtomicLong();

    /** An instance with its past. */
    private static final class Life {
        private final ProcessDefinition definition;
        private ProcessInstance instance;
        private final List<Event> past = new ArrayList<>();

        Life(ProcessDefinition definition, ProcessInstance instance) {
            this.definition = definition;
            this.instance = instance;
        }
    }

    @Override
    public String deploy(String bpmn) {
        BpmnModel model = new BpmnReader(types, EXPRESSIONS).read(bpmn.getBytes(StandardCharsets.UTF_8));
        if (model.isRefused()) {
            throw new AssertionError(model.findings().toString());
        }
        ProcessDefinition definition = model.definitions().get(0);
        definitions.put(definition.key(), definition);
        return definition.key();
    }

    @Override
    public Answer start(String person, String key, Map<String, Object> variables) {
        StartRequest request = new StartRequest();
        request.definitionKey = key;
        variables.forEach((name, value) -> request.variables.add(World.property(name, value)));
        ProcessDefinition definition = definitions.get(key);
        Life life = new Life(definition, new ProcessInstance(new InstanceIdentity(ids.incrementAndGet(), 1, null, key)));
        ErrorCode refused = run(person, "start", life, null, null, request);
        lives.put(life.instance.id(), life);
        return new Answer(life.instance.id(), refused);
    }

    @Override
    public Answer perform(String person, String operation, long instanceId, long target, OperationRequest request) {
        Life life = lives.get(instanceId);
        WorkItem item = life.instance.findItem(target).orElse(null);
        Incident incident = life.instance.findIncident(target).orElse(null);
        return new Answer(instanceId, run(person, operation, life, item, incident, request));
    }

    private <R extends OperationRequest> ErrorCode run(String person, String name, Life life, WorkItem item,
            Incident incident, R request) {
        Operation<R> operation = operations.of(name, request);
        ProcessInstance copy = life.instance.copy();
        Subject subject = subject(person, life, copy, item, incident, request.variables);
        var held = Identities.of(subject.facts().actor(), life.instance, item);
        if (!held.contains(Identity.MANAGER) && operation.who().stream().noneMatch(held::contains)) {
            return life.instance.isClosed() ? ErrorCode.ILLEGAL_STATE
                    : held.size() > 1 || !Identities.of(subject.facts().actor(), life.instance, null).equals(java.util.Set.of(Identity.ANYBODY))
                            ? ErrorCode.FORBIDDEN : ErrorCode.NOT_FOUND;
        }
        var refused = operation.unavailable(subject).or(() -> operation.refuse(request, subject));
        if (refused.isPresent()) {
            return refused.get().code();
        }
        Decision decision = Flow.decide(life.definition, copy, subject.facts(), types, f -> operation.decide(request, subject, f));
        if (decision.refused().isPresent()) {
            return decision.rejection().code();
        }
        life.instance = decision.after();
        life.past.addAll(decision.events());
        Promises.check(life.definition, life.instance);
        Promises.checkReplay(life.instance, life.past);
        return null;
    }

    private Subject subject(String person, Life life, ProcessInstance copy, WorkItem item, Incident incident,
            List<Property> variables) {
        Map<String, Optional<Value>> input = new LinkedHashMap<>();
        variables.forEach(p -> input.put(p.name, Optional.ofNullable(p.value).map(t -> Value.parse(p.type, t))));
        return new Subject(life.definition, copy, item, incident, trail(life), input, new CoreFacts(person));
    }

    private static Trail trail(Life life) {
        return PastTrail.of(life.past, life.definition);
    }

    private final class CoreFacts implements Facts {
        private final String person;

        CoreFacts(String person) {
            this.person = person;
        }

        @Override
        public Instant now() {
            return Instant.ofEpochSecond(1_800_000_000);
        }

        @Override
        public Member actor() {
            return directory.member(person).orElseThrow();
        }

        @Override
        public long newId() {
            return ids.incrementAndGet();
        }

        @Override
        public Directory directory() {
            return directory;
        }

        @Override
        public Expressions expressions() {
            return EXPRESSIONS;
        }
    }

    @Override
    public List<Item> openItems(long instanceId) {
        return lives.get(instanceId).instance.items().stream()
                .map(i -> new Item(i.id(), i.nodeId(), i.owner(), i.isOffered())).toList();
    }

    @Override
    public InstanceState stateOf(long instanceId) {
        return lives.get(instanceId).instance.state();
    }

    @Override
    public Object variable(long instanceId, String name) {
        Value value = lives.get(instanceId).instance.variables().get(name);
        return value == null ? null : value.toJava();
    }

    @Override
    public Map<Long, String> incidents(long instanceId) {
        Map<Long, String> incidents = new HashMap<>();
        lives.get(instanceId).instance.incidents().forEach(i -> incidents.put(i.id(), i.code() + "@" + i.nodeId()));
        return incidents;
    }

    @Override
    public Map<String, Long> returnTargets(String person, long itemId, long instanceId) {
        Life life = lives.get(instanceId);
        Map<String, Long> targets = new HashMap<>();
        life.instance.findItem(itemId).ifPresent(item -> Returns
                .targets(subject(person, life, life.instance, item, null, List.of()))
                .forEach(t -> targets.put(t.nodeId(), t.nodeInstanceId())));
        return targets;
    }
}
