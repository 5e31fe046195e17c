package wf.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import wf.access.Caller;
import wf.call.Outcome;
import wf.call.RemoteCalls;
import wf.command.Command;
import wf.contract.DefinitionInfo;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.contract.DeployScriptRequest;
import wf.contract.ErrorCode;
import wf.contract.FormField;
import wf.contract.GrantDeputyRequest;
import wf.contract.InstanceState;
import wf.contract.MessageRequest;
import wf.contract.MigrateRequest;
import wf.contract.MigratedInstance;
import wf.contract.NodeMove;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.PutIdentityRequest;
import wf.contract.SignalRequest;
import wf.contract.StartRequest;
import wf.contract.Verification;
import wf.contract.WorkItemState;
import wf.instance.ProcessInstance;
import wf.operation.Operations;
import wf.operation.Scope;
import wf.refusal.Refused;
import wf.runtime.Directory;
import wf.setting.Settings;
import wf.store.ClosedItemRow;
import wf.store.MutableClock;
import wf.value.Value;

/**
 * The whole shell over a real database, without a container: the same scenarios as on the core, and after each
 * operation the journal is verified and replayed and every row is compared with the image.
 */
public final class StoreEngine implements Engine, AutoCloseable {

    private static final Operations OPERATIONS = Operations.builtIn();
    private static final SamplePeople PEOPLE = new SamplePeople();
    public final Standalone shell;
    public final String tenant;
    final MutableClock clock;
    final RemoteCalls calls;
    private boolean alone = true;

    public StoreEngine(DataSource source, String tenant) {
        this(source, tenant, new MutableClock(), (definition, job) -> new Outcome.Failed("nothing is called in this test", false));
    }

    StoreEngine(DataSource source, String tenant, MutableClock clock, RemoteCalls calls) {
        this(source, tenant, clock, calls, PEOPLE);
    }

    /** @param people who is there; may change meanwhile */
    StoreEngine(DataSource source, String tenant, MutableClock clock, RemoteCalls calls, Directory people) {
        this(source, tenant, clock, calls, people, new Settings(name -> patient(name, System.getProperty(name)), System::getenv));
    }

    /** @param settings what this node is told */
    StoreEngine(DataSource source, String tenant, MutableClock clock, RemoteCalls calls, Directory people, Settings settings) {
        this.shell = new Standalone(source, t -> people, clock, calls, settings);
        this.tenant = tenant;
        this.clock = clock;
        this.calls = calls;
    }

    /** Whoever waits for what follows is told its end: his patience is of real time, whatever the clock of the test says. */
    static String patient(String name, String value) {
        return value == null && name.equals("wf.settle") ? "60000" : value;
    }

    public Caller caller(String person) {
        return new Caller(tenant, person, "REST", "127.0.0.1", Locale.ENGLISH);
    }

    @Override
    public String deploy(String bpmn) {
        DeployRequest request = new DeployRequest();
        request.source = bpmn.getBytes(StandardCharsets.UTF_8);
        Caller admin = caller("admin");
        DefinitionReply reply = shell.attempts.of(Locale.ENGLISH, () -> shell.definitions.deploy(admin, request));
        reply.definitions.stream().filter(d -> d.executable).forEach(d -> shell.attempts.of(Locale.ENGLISH, () -> shell.definitions.release(admin, d.id, new DefinitionRequest())));
        return reply.definitions.get(0).key;
    }

    @Override
    public void script(String name, String source) {
        DeployScriptRequest request = new DeployScriptRequest();
        request.name = name;
        request.source = source;
        shell.attempts.of(Locale.ENGLISH, () -> shell.scripts.deploy(caller("admin"), request));
    }

    @Override
    public ErrorCode identity(String code, PutIdentityRequest request) {
        try {
            shell.attempts.of(Locale.ENGLISH, () -> shell.identities.put(caller("admin"), code, request));
            return null;
        } catch (Refused e) {
            return e.problem().code;
        }
    }

    @Override
    public ErrorCode deputy(String person, GrantDeputyRequest request) {
        try {
            shell.attempts.of(Locale.ENGLISH, () -> shell.deputyCommands.grant(caller(person), request));
            return null;
        } catch (Refused e) {
            return e.problem().code;
        }
    }

    @Override
    public Answer start(String person, String key, Map<String, Object> variables) {
        StartRequest request = new StartRequest();
        request.definitionKey = key;
        variables.forEach((name, value) -> request.variables.add(World.property(name, value)));
        return answer(person, Command.create("start", request), 0);
    }

    @Override
    public Answer perform(String person, String operation, long instanceId, long target, OperationRequest request) {
        Command command = switch (scope(operation)) {
            case INSTANCE -> Command.onInstance(operation, target, request);
            case INCIDENT -> Command.onIncident(operation, target, request);
            default -> Command.onItem(operation, target, request);
        };
        return answer(person, command, instanceId);
    }

    private static Scope scope(String operation) {
        return OPERATIONS.all().stream().filter(o -> o.name().equals(operation)).findFirst().orElseThrow().scope();
    }

    private Answer answer(String person, Command command, long instanceId) {
        try {
            OperationReply reply = execute(person, command);
            if (alone) {
                checkStored(reply.instanceId);
            }
            return new Answer(reply.instanceId, null);
        } catch (Refused e) {
            return new Answer(instanceId, e.problem().code);
        }
    }

    @Override
    public Answer migrate(String person, long instanceId, Map<String, String> nodes) {
        ProcessInstance instance = stored(instanceId);
        long from = instance.identity().definitionId();
        DefinitionInfo to = shell.definitionReading.newest(caller(person), shell.definitionReading.get(caller(person), from).key, true);
        MigrateRequest request = migration(to.id, nodes);
        request.instanceIds.add(instanceId);
        try {
            MigratedInstance result = shell.migrations.of(caller(person), from, request).instances.get(0);
            if (alone) {
                checkStored(instanceId);
            }
            return new Answer(instanceId, result.code);
        } catch (Refused e) {
            return new Answer(instanceId, e.problem().code);
        }
    }

    static MigrateRequest migration(long toDefinitionId, Map<String, String> nodes) {
        MigrateRequest request = new MigrateRequest();
        request.toDefinitionId = toDefinitionId;
        nodes.forEach((from, to) -> {
            NodeMove mapping = new NodeMove();
            mapping.from = from;
            mapping.to = to;
            request.nodes.add(mapping);
        });
        return request;
    }

    public OperationReply execute(String person, Command command) {
        return shell.settling.perform(caller(person), command);
    }

    /** Others write at the same time, so that what is stored can be compared only when all have done. */
    StoreEngine amongOthers() {
        alone = false;
        return this;
    }

    /** What is stored is what was decided: the journal is whole, replaying it gives the rows, the image in memory is the same. */
    void checkStored(long instanceId) {
        Verification verification = shell.snapshotReader.verify(caller("admin"), instanceId);
        if (!verification.intact) {
            throw new AssertionError("journal of " + instanceId + " broken at " + verification.brokenAt);
        } else if (verification.purgedAt != null) {
            return;
        }
        ProcessInstance stored = stored(instanceId);
        ProcessInstance replayed = new ProcessInstance(stored.identity());
        shell.journal.read(tenant, instanceId).forEach(row -> {
            shell.journal.body(row).events().forEach(e -> e.applyTo(replayed));
            replayed.nextVersion();
        });
        Compare.equal(stored, replayed);
        if (alone) {
            Compare.equal(stored, shell.cache.get(tenant, instanceId).orElseThrow().image());
        }
    }

    @Override
    public List<Long> children(long instanceId) {
        return shell.instances.children(tenant, instanceId, 1_000);
    }

    @Override
    public ErrorCode message(String name, String key, Map<String, ?> payload) {
        MessageRequest request = new MessageRequest();
        request.name = name;
        request.key = key;
        payload.forEach((variable, value) -> request.variables.add(World.property(variable, value)));
        try {
            shell.sending.message(caller("admin"), request);
            return null;
        } catch (Refused e) {
            return e.problem().code;
        }
    }

    @Override
    public void signal(String name, Map<String, ?> payload) {
        SignalRequest request = new SignalRequest();
        request.name = name;
        payload.forEach((variable, value) -> request.variables.add(World.property(variable, value)));
        shell.sending.signal(caller("admin"), request);
    }

    @Override
    public void pass(Duration duration) {
        Instant end = clock.instant().plus(duration);
        work();
        for (Optional<Instant> due = nextDue(end); due.isPresent(); due = nextDue(end)) {
            clock.advance(Duration.between(clock.instant(), due.get()));
            work();
        }
        clock.advance(Duration.between(clock.instant(), end));
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    private void work() {
        while (shell.shifts.work() > 0) {
            // There may be more.
        }
    }

    private Optional<Instant> nextDue(Instant end) {
        return shell.jobs.nextDue().filter(due -> !due.isAfter(end) && due.isAfter(clock.instant()));
    }

    ProcessInstance stored(long instanceId) {
        return shell.instances.load(tenant, instanceId).orElseThrow().image();
    }

    @Override
    public long visitAt(long instanceId, String node) {
        return shell.reading.open(caller("admin"), instanceId).visits.stream().filter(v -> v.leftAt == null && v.nodeId.equals(node)).findFirst().orElseThrow().nodeInstanceId;
    }

    @Override
    public long branchAt(long instanceId, String node) {
        return stored(instanceId).nodeInstances().stream().filter(v -> v.nodeId().equals(node)).findFirst().orElseThrow().branchId();
    }

    @Override
    public void open(String person, long instanceId, long itemId) {
        shell.attempts.of(Locale.ENGLISH, () -> shell.items.open(caller(person), itemId));
    }

    @Override
    public Optional<Long> done(long instanceId, String person, String node) {
        return closed(instanceId, node, c -> c.handledBy != null && (person == null || c.handledBy.equals(person)))
                .or(() -> person == null ? Optional.empty() : closed(instanceId, node, c -> c.state.equals(WorkItemState.TAKEN_BACK.name()) && person.equals(c.owner)));
    }

    private Optional<Long> closed(long instanceId, String node, Predicate<ClosedItemRow> which) {
        return shell.attempts.of(Locale.ENGLISH, () -> shell.em.createQuery("select c from ClosedItemRow c where c.tenant = :tenant"
                + " and c.instanceId = :instance and c.nodeId = :node order by c.closedAt desc, c.id desc", ClosedItemRow.class)
                .setParameter("tenant", tenant).setParameter("instance", instanceId).setParameter("node", node).getResultStream().filter(which)
                .map(c -> c.id).findFirst());
    }

    @Override
    public List<Item> openItems(long instanceId) {
        return stored(instanceId).items().stream().map(i -> new Item(i.id(), i.nodeId(), i.owner(), i.isOffered(), i.kind(), i.state(), i.terms().dueAt())).toList();
    }

    @Override
    public boolean isThere(long instanceId) {
        try {
            shell.reading.instance(caller("admin"), instanceId);
            return true;
        } catch (Refused e) {
            return e.problem().code != ErrorCode.NOT_FOUND;
        }
    }

    @Override
    public InstanceState stateOf(long instanceId) {
        return stored(instanceId).state();
    }

    @Override
    public Object variable(long instanceId, String name) {
        OpenReply open = shell.reading.open(caller("admin"), instanceId);
        return open.fields.stream().filter(f -> f.name.equals(name)).findFirst()
                .map(StoreEngine::java).orElse(null);
    }

    private static Object java(FormField field) {
        return Value.parse(field.type, field.value).toJava();
    }

    @Override
    public Map<Long, String> incidents(long instanceId) {
        Map<Long, String> incidents = new HashMap<>();
        shell.reading.open(caller("admin"), instanceId).incidents.forEach(i -> incidents.put(i.id, i.code + "@" + i.nodeId));
        return incidents;
    }

    @Override
    public Map<String, Long> returnTargets(String person, long itemId, long instanceId) {
        Map<String, Long> targets = new HashMap<>();
        shell.items.returnTargets(caller(person), itemId).targets.forEach(t -> targets.putIfAbsent(t.nodeId, t.nodeInstanceId));
        return targets;
    }

    @Override
    public void close() {
        shell.close();
    }
}
