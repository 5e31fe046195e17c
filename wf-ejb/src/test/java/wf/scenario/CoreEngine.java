package wf.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.bpmn.BpmnModel;
import wf.bpmn.BpmnReader;
import wf.contract.AddInstanceRequest;
import wf.contract.ErrorCode;
import wf.contract.DeputyMode;
import wf.contract.FormMode;
import wf.contract.GrantDeputyRequest;
import wf.contract.InstanceState;
import wf.contract.OperationRequest;
import wf.contract.Property;
import wf.contract.PutIdentityRequest;
import wf.contract.StartRequest;
import wf.contract.TerminateRequest;
import wf.contract.WorkItemState;
import wf.definition.Disclosure;
import wf.definition.EventDefinition;
import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.instance.Event;
import wf.instance.Incident;
import wf.instance.InstanceEvent.InstanceEnded;
import wf.instance.InstanceEvent.InstancePurged;
import wf.instance.InstanceEvent.InstanceRestored;
import wf.instance.InstanceEvent.InstanceResumed;
import wf.instance.InstanceIdentity;
import wf.instance.InstanceSnapshot;
import wf.instance.Job;
import wf.instance.JobKind;
import wf.instance.ParentLink;
import wf.instance.ProcessInstance;
import wf.instance.Rework;
import wf.instance.Subscription;
import wf.instance.SubscriptionKind;
import wf.instance.TokenEvent.NodeEntered;
import wf.instance.TokenEvent.ParticipantsFound;
import wf.instance.WaitEvent.JobPosted;
import wf.instance.TokenEvent.VoteTakenBack;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.instance.WorkItemEvent.WorkItemCreated;
import wf.node.BuiltInNodeTypes;
import wf.operation.AnswerRequest;
import wf.operation.Appointment;
import wf.operation.Appointments;
import wf.operation.BeginRequest;
import wf.operation.Charter;
import wf.operation.ComeBackRequest;
import wf.operation.DoneItem;
import wf.operation.Follow;
import wf.operation.FollowRequest;
import wf.operation.Identities;
import wf.operation.Identity;
import wf.operation.NamedPeople;
import wf.operation.Operation;
import wf.operation.Operations;
import wf.operation.Policies;
import wf.operation.ReachLevelRequest;
import wf.operation.Returns;
import wf.operation.Scope;
import wf.operation.Standing;
import wf.operation.Subject;
import wf.operation.TakeBack;
import wf.operation.TriggerRequest;
import wf.operation.WakeRequest;
import wf.rule.Expressions;
import wf.rule.Languages;
import wf.rule.Script;
import wf.rule.jexl.JexlExpressions;
import wf.rule.xpath.XPathExpressions;
import wf.runtime.Beans;
import wf.runtime.Caller;
import wf.runtime.Decision;
import wf.runtime.Directory;
import wf.runtime.Facts;
import wf.runtime.Flow;
import wf.runtime.Kin;
import wf.runtime.Member;
import wf.runtime.Migration;
import wf.runtime.NodeTypes;
import wf.runtime.Rejection;
import wf.runtime.ReturnOut;
import wf.runtime.Scripts;
import wf.runtime.StandIns;
import wf.runtime.ReturnWay;
import wf.runtime.ReturnWays;
import wf.runtime.Trail;
import wf.runtime.VariableWrites;
import wf.runtime.Voters;
import wf.runtime.Workload;
import wf.value.Value;

/**
 * The pure core in memory: decisions and events without a database, in milliseconds. Around it stands the smallest world
 * that carries out what instances ask for: jobs at once, timers when the scenario lets time pass. Everything it did can
 * be replayed.
 */
public final class CoreEngine implements Engine {

    private static final int MAX_JOBS = 200;
    /** A model whose signals call forth ever more signals, or tokens, would fill the memory within one step. */
    private static final int MAX_WAITING = 2_000;
    private static final Set<JobKind> REACHES_OTHERS = Set.of(JobKind.ALIGN_CHILDREN, JobKind.CANCEL_CHILDREN, JobKind.MESSAGE, JobKind.SIGNAL);
    private static final Expressions EXPRESSIONS = new Languages(new JexlExpressions(), new XPathExpressions());
    private final NodeTypes types = BuiltInNodeTypes.all();
    private final Operations operations = Operations.builtIn();
    private Charter charter = Charter.of(operations);
    private final Directory directory = new SamplePeople();
    private final Map<String, ProcessDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, List<Script>> scripts = new HashMap<>();
    private final Map<String, Long> deployed = new HashMap<>();
    private final Map<Long, Life> lives = new LinkedHashMap<>();
    private final Map<String, Beans> beans = new HashMap<>();
    private final Map<String, Function<Job, Reply>> remotes = new HashMap<>();
    private final Map<String, StandIns.StandIn> standIns = new HashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final Deque<Posted> jobs = new ArrayDeque<>();
    private final List<Posted> parked = new ArrayList<>();
    private final List<Posted> later = new ArrayList<>();
    private final List<Job> keptMessages = new ArrayList<>();
    private Instant now = Instant.ofEpochSecond(1_800_000_000);
    private final Set<Long> opened = new HashSet<>();
    private final Map<String, String> turns = new HashMap<>();
    private boolean busy;
    private boolean previews;

    /** An instance with its past. */
    private static final class Life {
        private final List<ProcessDefinition> versions = new ArrayList<>();
        private ProcessDefinition definition;
        private ProcessInstance instance;
        private final List<Event> past = new ArrayList<>();
        private final ProcessInstance replayed;

        Life(ProcessDefinition definition, ProcessInstance instance) {
            this.instance = instance;
            this.replayed = new ProcessInstance(instance.identity());
            runsAgainst(definition);
        }

        void runsAgainst(ProcessDefinition version) {
            definition = version;
            versions.add(version);
        }
    }

    private record Posted(Life by, Job job) { }

    @Override
    public String deploy(String bpmn) {
        BpmnModel model = new BpmnReader(types, EXPRESSIONS).knowing(Policies.names(operations)).read(bpmn.getBytes(StandardCharsets.UTF_8));
        if (model.isRefused()) {
            throw new AssertionError(model.findings().toString());
        }
        model.definitions().forEach(d -> {
            definitions.put(d.key(), d);
            deployed.merge(d.key(), 1L, Long::sum);
        });
        return model.definitions().get(0).key();
    }

    @Override
    public void script(String name, String source) {
        List<Script> versions = scripts.computeIfAbsent(name, n -> new ArrayList<>());
        versions.add(new Script(name, versions.size() + 1, source));
    }

    @Override
    public ErrorCode identity(String code, PutIdentityRequest request) {
        Identity identity = new Identity(code);
        Optional<Standing> before = charter.find(identity);
        charter = charter.with(new Standing(identity, request.priority != null ? request.priority : before.orElseThrow().priority(),
                request.operations != null ? Set.copyOf(request.operations) : before.map(Standing::operations).orElse(Set.of()),
                request.mode != null ? request.mode : before.map(Standing::mode).orElse(FormMode.READ), request.nameZh, request.nameEn,
                request.holders == null ? before.map(Standing::appointments).orElse(List.of())
                        : request.holders.stream().map(h -> new Appointment(h.definitionKey, h.category, Disclosure.names(h.people))).toList()));
        return null;
    }

    /** The core knows deputies to whom work goes; who may name them is a question of the shell. */
    @Override
    public ErrorCode deputy(String person, GrantDeputyRequest request) {
        if (request.mode == DeputyMode.TRANSFER) {
            standIns.put(person, new StandIns.StandIn(ids.incrementAndGet(), request.deputy));
        }
        return null;
    }

    /** All that somebody is: by the instance, by appointment, and by his past. */
    private Set<Identity> held(Member person, Life life, WorkItem item) {
        Set<Identity> held = new HashSet<>(Identities.of(person, life.instance, item));
        held.addAll(new Appointments(charter, new NamedPeople(EXPRESSIONS)).of(person, life.instance, life.definition, null));
        return held;
    }

    /** What a system outside answers. */
    public record Reply(AnswerRequest.Outcome outcome, String code, String detail, Map<String, Value> values) {

        public static Reply of(Map<String, Value> values) {
            return new Reply(AnswerRequest.Outcome.DONE, null, null, values);
        }

        public static Reply error(String code, String detail) {
            return new Reply(AnswerRequest.Outcome.FAILED, code, detail, Map.of());
        }

        public static Reply failed(String detail) {
            return error(null, detail);
        }
    }

    /** Plays a system outside, by the target of the calls that go there. */
    public void remote(String target, Function<Job, Reply> system) {
        remotes.put(target, system);
    }

    /** A bean that models may call by its name. */
    public void bean(String name, Beans bean) {
        beans.put(name, bean);
    }

    @Override
    public Answer start(String person, String key, Map<String, Object> variables) {
        return start(person, key, variables, false);
    }

    /** The person begins an instance and keeps it for now. */
    public Answer draft(String person, String key) {
        return start(person, key, Map.of(), true);
    }

    private Answer start(String person, String key, Map<String, Object> variables, boolean draft) {
        StartRequest request = new StartRequest();
        request.draft = draft;
        request.definitionKey = key;
        variables.forEach((name, value) -> request.variables.add(World.property(name, value)));
        Life life = life(key, null);
        ErrorCode refused = run(person, "start", life, null, null, request);
        return new Answer(life.instance.id(), refused);
    }

    private Life life(String key, ParentLink parent) {
        ProcessDefinition definition = definitions.get(key);
        Life life = new Life(definition, new ProcessInstance(new InstanceIdentity(ids.incrementAndGet(), deployed.get(key), null, key, parent)));
        lives.put(life.instance.id(), life);
        return life;
    }

    @Override
    public Answer perform(String person, String operation, long instanceId, long target, OperationRequest request) {
        if (!isThere(instanceId)) {
            return new Answer(instanceId, ErrorCode.NOT_FOUND);
        }
        Life life = lives.get(instanceId);
        WorkItem item = life.instance.findItem(target).orElse(null);
        Incident incident = life.instance.findIncident(target).orElse(null);
        DoneItem done = item == null && incident == null ? dones(life).filter(d -> d.id() == target).findFirst().orElse(null) : null;
        return new Answer(instanceId, run(person, operation, life, item, incident, done, request));
    }

    @Override
    public Answer migrate(String person, long instanceId, Map<String, String> nodes) {
        Life life = lives.get(instanceId);
        Migration migration = migration(life, nodes);
        List<Rejection> problems = Stream.concat(migration.unknown().stream(), migration.problems(life.instance).stream()).toList();
        if (!problems.isEmpty()) {
            return new Answer(instanceId, problems.get(0).code());
        }
        Decision decision = Flow.decide(newest(life), life.instance.copy(), new CoreFacts(person, life), types, migration::perform);
        if (decision.refused().isPresent()) {
            return new Answer(instanceId, decision.rejection().code());
        }
        life.runsAgainst(newest(life));
        keep(life, decision);
        carryOut();
        return new Answer(instanceId, null);
    }

    /** Why the instance cannot go on against the version that was deployed last. */
    public List<Rejection> problems(long instanceId, Map<String, String> nodes) {
        Life life = lives.get(instanceId);
        return migration(life, nodes).problems(life.instance);
    }

    private Migration migration(Life life, Map<String, String> nodes) {
        return new Migration(life.definition, newest(life), deployed.get(life.definition.key()), nodes);
    }

    private ProcessDefinition newest(Life life) {
        return definitions.get(life.definition.key());
    }

    private <R extends OperationRequest> ErrorCode run(String person, String name, Life life, WorkItem item,
            Incident incident, R request) {
        return run(person, name, life, item, incident, null, request);
    }

    /** As the rows of its items tell, which know what was opened. */
    private ProcessInstance seen(ProcessInstance instance) {
        InstanceSnapshot s = instance.snapshot();
        if (s.items().stream().noneMatch(i -> opened.contains(i.id()))) {
            return instance.copy();
        }
        List<WorkItem> items = s.items().stream().map(i -> !opened.contains(i.id()) || i.state() != WorkItemState.READY ? i
                : new WorkItem(i.id(), i.nodeInstanceId(), i.branchId(), i.nodeId(), i.kind(), WorkItemState.OPENED, i.owner(), i.candidates(),
                        i.createdAt(), i.terms(), i.askedBy(), i.pause())).toList();
        return new ProcessInstance(new InstanceSnapshot(s.identity(), s.state(), s.starter(), s.startedAt(), s.endedAt(), s.version(), s.reworked(),
                s.branches(), s.nodeInstances(), items, s.incidents(), s.variables(), s.waiting()));
    }

    private <R extends OperationRequest> ErrorCode run(String person, String name, Life life, WorkItem item,
            Incident incident, DoneItem done, R request) {
        Operation<R> operation = operations.of(name, request);
        ProcessInstance copy = seen(life.instance);
        Subject subject = subject(person, life, copy, item, incident, request.variables, operation.looksBack(), done);
        Optional<ErrorCode> denied = denied(operation, subject, life, item);
        if (denied.isPresent()) {
            return denied.get();
        }
        var refused = Policies.refuse(operation, subject).or(() -> operation.unavailable(subject)).or(() -> operation.refuse(request, subject));
        if (refused.isPresent()) {
            return refused.get().code();
        }
        Optional<Decision> preview = previews ? Optional.of(preview(operation, request, life, subject)) : Optional.empty();
        Decision decision = Flow.decide(life.definition, copy, subject.facts(), types, subject.trail(), f -> operation.decide(request, subject, f));
        preview.ifPresent(p -> {
            if (!p.events().equals(decision.events()) || !Objects.equals(p.rejection(), decision.rejection())) {
                throw new AssertionError("a preview of " + name + " tells something else than what happens");
            }
        });
        if (decision.refused().isPresent()) {
            return decision.rejection().code();
        }
        keep(life, decision);
        carryOut();
        return null;
    }

    /** Decided and thrown away; the ids that it spent are spent again. */
    private <R extends OperationRequest> Decision preview(Operation<R> operation, R request, Life life, Subject on) {
        long before = ids.get();
        ProcessInstance copy = on.instance().copy();
        Subject subject = new Subject(on.definition(), copy, on.item(), on.incident(), on.trail(), on.past(), on.input(), on.facts(), on.done());
        Decision preview = Flow.decide(life.definition, copy, subject.facts(), types, subject.trail(), f -> operation.decide(request, subject, f));
        ids.set(before);
        return preview;
    }

    private Optional<ErrorCode> denied(Operation<?> operation, Subject subject, Life life, WorkItem item) {
        Member actor = subject.facts().actor();
        if (life.instance.state() == InstanceState.DELETED && !actor.administrator()) {
            return Optional.of(ErrorCode.NOT_FOUND);
        }
        Set<Identity> held = held(actor, life, item);
        if (subject.done() != null && actor.id().equals(subject.done().handledBy())) {
            held.add(Identity.HANDLED);
        }
        if (operation.scope() == Scope.ENGINE || held.contains(Identity.MANAGER) || charter.grants(operation.name(), held)) {
            return Optional.empty();
        } else if (life.instance.isClosed()) {
            return Optional.of(ErrorCode.ILLEGAL_STATE);
        }
        boolean mayKnow = held.size() > 1 || PastTrail.hasHandled(life.past, actor.id()) || !held(actor, life, null).equals(Set.of(Identity.ANYBODY));
        return Optional.of(mayKnow ? ErrorCode.FORBIDDEN : ErrorCode.NOT_FOUND);
    }

    private void keep(Life life, Decision decision) {
        life.instance = decision.after();
        life.past.addAll(decision.events());
        Promises.check(life.definition, life.instance);
        decision.events().forEach(e -> e.applyTo(life.replayed));
        Promises.checkReplay(life.instance, life.replayed);
        if (decision.events().stream().anyMatch(e -> e instanceof InstanceResumed || e instanceof InstanceRestored)) {
            unpark();
        }
        decision.events().forEach(e -> {
            if (e instanceof JobPosted posted) {
                jobs.add(new Posted(life, posted.job()));
            } else if (e instanceof ParticipantsFound found && found.turn() != null) {
                turns.put(life.definition.key() + " " + found.place(), found.turn());
            }
        });
        if (decision.events().stream().anyMatch(InstancePurged.class::isInstance)) {
            forget(life);
        }
    }

    /** What it has set going elsewhere still happens. */
    private void forget(Life life) {
        lives.remove(life.instance.id());
        Stream.of(jobs, parked, later).forEach(posted -> posted.removeIf(p -> p.by() == life && !REACHES_OTHERS.contains(p.job().kind())));
    }

    @Override
    public boolean isThere(long instanceId) {
        return lives.containsKey(instanceId);
    }

    private Subject subject(String person, Life life, ProcessInstance copy, WorkItem item, Incident incident,
            List<Property> variables, boolean looksBack, DoneItem done) {
        Map<String, Optional<Value>> input = new LinkedHashMap<>();
        variables.forEach(p -> input.put(p.name, Optional.ofNullable(p.value).map(t -> Value.parse(p.type, t))));
        return new Subject(life.definition, copy, item, incident, looksBack || Trail.isNeeded(life.definition, life.instance) ? trail(life) : Trail.EMPTY, v -> variablesWhenEntered(life, v), input,
                new CoreFacts(person, life), done);
    }

    private static Map<String, Value> variablesWhenEntered(Life life, long visit) {
        ProcessInstance before = new ProcessInstance(life.instance.identity());
        for (Event event : life.past) {
            if (event instanceof NodeEntered e && e.visit().id() == visit) {
                return before.variables();
            }
            event.applyTo(before);
        }
        throw new AssertionError("no visit " + visit);
    }

    private static Trail trail(Life life) {
        return PastTrail.of(life.past, life.versions);
    }

    // ---- what happens after each operation ----

    /**
     * Jobs are done one after another, in the order in which they were posted; new ones join the end. Processes that send
     * each other messages for ever get no further than this at a time; the rest waits for the next operation.
     */
    private void carryOut() {
        if (busy) {
            return;
        }
        busy = true;
        try {
            deliverKept();
            for (int done = 0; !jobs.isEmpty() && done < MAX_JOBS && !isFlooded(); done++) {
                Posted posted = jobs.remove();
                if (posted.by().instance.standsStill() && posted.job().kind().isAwaited()) {
                    parked.add(posted);
                } else if (posted.job().dueAt().isAfter(now)) {
                    later.add(posted);
                } else {
                    carryOut(posted.by(), posted.job());
                }
                deliverKept();
            }
        } finally {
            busy = false;
        }
    }

    /** Whether there are more jobs than are ever done here, as of processes that send to themselves without end. */
    boolean isFlooded() {
        return jobs.size() >= MAX_WAITING;
    }

    /** What waited for its instance to go on is done now. */
    private void unpark() {
        List<Posted> waiting = List.copyOf(parked);
        parked.clear();
        jobs.addAll(waiting);
    }

    private void wake(Life by, Job job) {
        WakeRequest request = new WakeRequest();
        request.workItemId = job.target() == null ? null : Long.valueOf(job.target());
        request.since = Instant.parse(job.key());
        run(Member.ENGINE.id(), "wake", by, null, null, request);
    }

    private void alignChildren(Life by) {
        FollowRequest request = new FollowRequest();
        request.parent = by.instance.state();
        request.purged = !isThere(by.instance.id());
        for (Life life : List.copyOf(lives.values())) {
            ParentLink parent = life.instance.identity().parent();
            if (parent != null && parent.instanceId() == by.instance.id() && parent.jobId() != null && (request.purged ? !life.instance.isClosed() : Follow.what(request.parent, life.instance).isPresent())) {
                engine("follow", life, request);
            }
        }
    }

    private void carryOut(Life by, Job job) {
        switch (job.kind()) {
            case CONTINUE -> answer(by, job.id(), AnswerRequest.Outcome.DONE, null, null, Map.of());
            case CALL -> call(by, job);
            case CHILD, CHILD_ALONE -> startChild(by, job);
            case CANCEL_CHILDREN -> cancelChildren(by, Long.parseLong(job.target()), job.key());
            case TELL_PARENT -> tellParent(by, job);
            case ALIGN_CHILDREN -> alignChildren(by);
            case ARRIVALS -> run(Member.ENGINE.id(), "deliver", by, null, null, new OperationRequest());
            case WAKE -> wake(by, job);
            case MESSAGE -> keptMessages.add(job);
            case SIGNAL -> signal(by, job);
        }
    }

    private void call(Life by, Job job) {
        Reply reply = remotes.getOrDefault(job.target(), j -> Reply.failed("nobody plays " + j.target())).apply(job);
        answer(by, job.id(), reply.outcome(), reply.code(), reply.detail(), reply.values());
    }

    private void answer(Life life, long jobId, AnswerRequest.Outcome outcome, String code, String detail, Map<String, Value> values) {
        if (life.instance.findJob(jobId).isPresent()) {
            AnswerRequest request = new AnswerRequest();
            request.jobId = jobId;
            request.outcome = outcome;
            request.code = code;
            request.detail = detail;
            request.variables = properties(values);
            engine("answer", life, request);
        }
    }

    private void engine(String operation, Life life, OperationRequest request) {
        ErrorCode refused = run(Member.ENGINE.id(), operation, life, null, null, request);
        if (refused != null) {
            throw new AssertionError(operation + " of the engine is refused: " + refused);
        }
    }

    private static List<Property> properties(Map<String, Value> values) {
        List<Property> properties = new ArrayList<>();
        values.forEach((name, value) -> properties.add(World.property(name, value.toJava())));
        return properties;
    }

    private void startChild(Life by, Job job) {
        if (!definitions.containsKey(job.target())) {
            answer(by, job.id(), AnswerRequest.Outcome.FAILED, null, "there is no process " + job.target(), Map.of());
            return;
        }
        BeginRequest request = new BeginRequest();
        request.starter = job.isStarted() ? job.by() : by.instance.starter();
        request.department = job.isStarted() ? null : by.instance.standing().department();
        request.variables = properties(inputs(by, job));
        ParentLink above = by.instance.identity().parent();
        engine("begin", life(job.target(), new ParentLink(by.instance.id(), job.nodeInstanceId(),
                job.kind() == JobKind.CHILD ? job.id() : null, above == null ? 1 : above.depth() + 1)), request);
    }

    /** With what the instance had left that is called anew, but for what the model passes. */
    private Map<String, Value> inputs(Life by, Job job) {
        Rework rework = job.kind() == JobKind.CHILD && !job.isStarted() && by.instance.isActive(job.nodeInstanceId()) ? by.instance.nodeInstance(job.nodeInstanceId()).rework() : null;
        Map<String, Value> inputs = new LinkedHashMap<>();
        if (rework != null && rework.again() != null) {
            lives.values().stream().map(l -> l.instance).filter(i -> i.identity().parent() != null && i.isClosed()
                    && i.identity().parent().nodeInstanceId() == rework.again() && keyOf(i.id()).equals(job.target())).reduce((first, second) -> second)
                    .ifPresent(i -> inputs.putAll(i.variables()));
        }
        inputs.putAll(job.inputs());
        return inputs;
    }

    private void cancelChildren(Life by, long visitId, String jobId) {
        for (Life life : List.copyOf(lives.values())) {
            ParentLink parent = life.instance.identity().parent();
            if (parent != null && parent.instanceId() == by.instance.id() && parent.nodeInstanceId() == visitId
                    && (jobId == null || jobId.equals(String.valueOf(parent.jobId()))) && !life.instance.isClosed()) {
                TerminateRequest request = new TerminateRequest();
                request.reason = "parent";
                engine("terminate", life, request);
            }
        }
    }

    private void tellParent(Life by, Job job) {
        ParentLink parent = by.instance.identity().parent();
        Life above = lives.get(parent.instanceId());
        if (job.target().equals(ReturnOut.TOLD)) {
            comeBack(above, parent.jobId(), job.key());
            return;
        }
        boolean done = job.target().equals(InstanceState.COMPLETED.name());
        boolean error = job.target().equals("ERROR");
        answer(above, parent.jobId(), done ? AnswerRequest.Outcome.DONE : job.target().equals("ESCALATION") ? AnswerRequest.Outcome.ESCALATED
                : AnswerRequest.Outcome.FAILED, error ? job.key() : job.target().equals("ESCALATION") ? job.key() : null,
                job.target(), job.inputs());
    }

    private void comeBack(Life life, long jobId, String out) {
        if (life.instance.findJob(jobId).isPresent()) {
            ComeBackRequest request = new ComeBackRequest();
            request.jobId = jobId;
            request.out = out;
            engine("comeBack", life, request);
        }
    }

    private void signal(Life by, Job job) {
        for (Life life : List.copyOf(lives.values())) {
            if (life != by) {
                subscriptions(life, SubscriptionKind.SIGNAL, job.target()).stream().limit(MAX_JOBS).takeWhile(s -> jobs.size() < MAX_WAITING && life.instance.nodeInstances().size() < MAX_WAITING)
                        .forEach(s -> trigger(life, s, job.inputs()));
            }
        }
        for (ProcessDefinition definition : List.copyOf(definitions.values())) {
            definition.tree().eventStarts().stream().filter(n -> n.event().definitions().contains(new EventDefinition.Signal(job.target())))
                    .forEach(n -> begin(definition, n, n, job.inputs()));
        }
    }

    private static List<Subscription> subscriptions(Life life, SubscriptionKind kind, String name) {
        return life.instance.state() == InstanceState.DELETED ? List.of() : life.instance.subscriptions().stream().filter(s -> s.kind() == kind && s.name().equals(name)).toList();
    }

    private void trigger(Life life, Subscription subscription, Map<String, Value> payload) {
        if (life.instance.findSubscription(subscription.id()).isPresent()) {
            TriggerRequest request = new TriggerRequest();
            request.subscriptionId = subscription.id();
            request.variables = properties(payload);
            engine("trigger", life, request);
        }
    }

    private void begin(ProcessDefinition definition, Node start, Node event, Map<String, Value> payload) {
        BeginRequest request = new BeginRequest();
        request.startNode = start.id();
        request.eventNode = event.id();
        request.variables = properties(payload);
        engine("begin", life(definition.key(), null), request);
    }

    /** A moment, a signal or a condition for which a process waits to begin has come. */
    public void begins(String key, String startNode) {
        ProcessDefinition definition = definitions.get(key);
        begin(definition, definition.node(startNode), definition.node(startNode), Map.of());
    }

    /** A variable of the instance is changed from outside; people get an operation of their own for it. */
    public void sets(long instanceId, String name, Object value) {
        Life life = lives.get(instanceId);
        keep(life, Flow.decide(life.definition, life.instance.copy(), new CoreFacts("admin", life), types,
                f -> new VariableWrites(f).set(null, name, Value.of(value))));
        carryOut();
    }

    /** An administrator adds one instance to a repeated activity that runs. */
    public void addInstance(long instanceId, String node, Object element) {
        AddInstanceRequest request = new AddInstanceRequest();
        request.nodeInstanceId = visitAt(instanceId, node);
        request.element = World.property("element", element);
        ErrorCode refused = perform("admin", "addInstance", instanceId, instanceId, request).refused();
        if (refused != null) {
            throw new AssertionError("addInstance is refused: " + refused);
        }
    }

    // ---- messages ----

    @Override
    public ErrorCode message(String name, String key, Map<String, ?> payload) {
        if (waiting(name, key).count() > 1) {
            return ErrorCode.TARGET_INVALID;
        }
        keptMessages.add(new Job(ids.incrementAndGet(), null, "", JobKind.MESSAGE, name, key, values(payload), now));
        carryOut();
        if (!busy) {
            deliverKept();
        }
        return null;
    }

    /** A message as processes send it to each other: of several who wait for it, the first gets it. */
    public void sent(String name, String key, Map<String, ?> payload) {
        keptMessages.add(new Job(ids.incrementAndGet(), null, "", JobKind.MESSAGE, name, key, values(payload), now));
        carryOut();
    }

    private Stream<Subscription> waiting(String name, String key) {
        return lives.values().stream().flatMap(l -> subscriptions(l, SubscriptionKind.MESSAGE, name).stream())
                .filter(s -> Objects.equals(s.key(), key));
    }

    private static Map<String, Value> values(Map<String, ?> payload) {
        Map<String, Value> values = new LinkedHashMap<>();
        payload.forEach((name, value) -> values.put(name, value instanceof Value known ? known : Value.of(value)));
        return values;
    }

    @Override
    public void signal(String name, Map<String, ?> payload) {
        signal((Life) null, new Job(ids.incrementAndGet(), null, "", JobKind.SIGNAL, name, null, values(payload), now));
        carryOut();
    }

    private void deliverKept() {
        for (Job message : List.copyOf(keptMessages)) {
            if (deliver(message)) {
                keptMessages.remove(message);
            }
        }
    }

    private boolean deliver(Job message) {
        for (Life life : List.copyOf(lives.values())) {
            for (Subscription s : subscriptions(life, SubscriptionKind.MESSAGE, message.target())) {
                if (Objects.equals(s.key(), message.key())) {
                    trigger(life, s, message.inputs());
                    return true;
                }
            }
        }
        for (ProcessDefinition definition : List.copyOf(definitions.values())) {
            for (Node start : definition.tree().eventStarts()) {
                Optional<Node> event = starting(definition, start, message.target());
                if (event.isPresent()) {
                    begin(definition, start, event.get(), message.inputs());
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<Node> starting(ProcessDefinition definition, Node start, String message) {
        List<Node> events = start.type().equals("eventBasedGateway")
                ? start.outgoing().stream().map(f -> definition.node(f.target())).toList() : List.of(start);
        return events.stream().filter(e -> e.event().of(EventDefinition.Message.class).stream()
                .anyMatch(m -> m.name().equals(message))).findFirst();
    }

    // ---- time ----

    @Override
    public void pass(Duration duration) {
        Instant end = now.plus(duration);
        for (Optional<Due> due = nextDue(end); due.isPresent(); due = nextDue(end)) {
            wakeUntil(due.get().at());
            if (due.get().subscription() == null) {
                now = due.get().at().isAfter(now) ? due.get().at() : now;
                reach(due.get().life(), due.get().timer());
            } else if (due.get().life().instance.findSubscription(due.get().subscription().id()).filter(due.get().subscription()::equals).isPresent()) {
                now = due.get().subscription().dueAt().isAfter(now) ? due.get().subscription().dueAt() : now;
                trigger(due.get().life(), due.get().subscription(), Map.of());
            }
        }
        wakeUntil(end);
        now = end;
        nextDue(end).ifPresent(d -> pass(Duration.ZERO));
    }

    /** Pauses whose end was set are over by then. */
    private void wakeUntil(Instant moment) {
        for (Posted posted : later.stream().filter(p -> !p.job().dueAt().isAfter(moment)).sorted(Comparator.comparing(p -> p.job().dueAt())).toList()) {
            later.remove(posted);
            now = posted.job().dueAt();
            jobs.add(posted);
            carryOut();
        }
    }

    @Override
    public Instant now() {
        return now;
    }

    /** The next level of a deadline, unless the instance has moved on meanwhile. */
    private void reach(Life life, long timer) {
        if (life.instance.state() == InstanceState.RUNNING && life.instance.deadlines().stream().anyMatch(d -> d.timerId() != null && d.timerId() == timer)) {
            ReachLevelRequest request = new ReachLevelRequest();
            request.timerId = timer;
            if (run(Member.ENGINE.id(), "reachLevel", life, null, null, request) != null) {
                request.refused = "refused as a whole";
                engine("reachLevel", life, request);
            }
        }
    }

    /** @param subscription null for a level of a deadline, which has a timer */
    private record Due(Life life, Instant at, Subscription subscription, long timer) { }

    private Optional<Due> nextDue(Instant end) {
        return lives.values().stream().flatMap(l -> Stream.concat(timers(l), levels(l))).filter(d -> !d.at().isAfter(end))
                .min(Comparator.comparing(Due::at).thenComparing(Due::timer));
    }

    private static Stream<Due> timers(Life life) {
        return life.instance.subscriptions().stream().filter(s -> s.kind() == SubscriptionKind.TIMER && life.instance.isRunning(s))
                .map(s -> new Due(life, s.dueAt(), s, s.id()));
    }

    private static Stream<Due> levels(Life life) {
        return life.instance.deadlines().stream().filter(d -> d.nextAt() != null && !life.instance.standsStill()).map(d -> new Due(life, d.nextAt(), null, d.timerId()));
    }

    private final class CoreKin implements Kin {

        @Override
        public boolean isAwaited(ParentLink parent) {
            return parent.jobId() != null && isWaiting(parent) && lives.get(parent.instanceId()).instance.state() != InstanceState.DELETED;
        }

        @Override
        public boolean isDeleted(ParentLink parent) {
            return parent.jobId() != null && isWaiting(parent) && lives.get(parent.instanceId()).instance.state() == InstanceState.DELETED;
        }

        private boolean isWaiting(ParentLink parent) {
            return isThere(parent.instanceId()) && lives.get(parent.instanceId()).instance.findJob(parent.jobId()).isPresent();
        }

        @Override
        public Optional<Caller> caller(ParentLink parent) {
            Life above = lives.get(parent.instanceId());
            return parent.jobId() == null || above == null || above.instance.state() != InstanceState.RUNNING ? Optional.empty()
                    : above.instance.findJob(parent.jobId()).filter(j -> !j.isStarted())
                            .map(j -> new Caller(above.definition, above.instance, trail(above), above.instance.nodeInstance(j.nodeInstanceId())));
        }

        @Override
        public boolean isWorkedOn(long instanceId, long visitId) {
            return lives.values().stream().filter(l -> l.instance.identity().parent() != null && l.instance.identity().parent().instanceId() == instanceId
                    && l.instance.identity().parent().nodeInstanceId() == visitId).anyMatch(l -> l.instance.state() == InstanceState.COMPLETED
                    || !l.instance.isClosed() && isWorkedOn(l));
        }

        private boolean isWorkedOn(Life life) {
            return !trail(life).entries().isEmpty()
                    || seen(life.instance).items().stream().anyMatch(i -> i.state() != WorkItemState.READY && i.state() != WorkItemState.OFFERED)
                    || life.instance.nodeInstances().stream().filter(v -> life.definition.node(v.nodeId()).settings().awaitsCalled())
                            .anyMatch(v -> isWorkedOn(life.instance.id(), v.id()));
        }

        @Override
        public Optional<ProcessDefinition> callable(String process) {
            return Optional.ofNullable(definitions.get(process));
        }

        @Override
        public boolean awaitsChildren(long instanceId) {
            return openChildren(instanceId).anyMatch(i -> i.state() != InstanceState.DELETED);
        }

        @Override
        public boolean hasOpenChildren(long instanceId) {
            return openChildren(instanceId).findAny().isPresent();
        }

        private Stream<ProcessInstance> openChildren(long instanceId) {
            return lives.values().stream().map(l -> l.instance).filter(i -> i.identity().parent() != null && i.identity().parent().instanceId() == instanceId
                    && i.identity().parent().jobId() != null && !i.isClosed());
        }
    }

    private final class CoreFacts implements Facts {
        private final String person;
        private final Life life;

        CoreFacts(String person, Life life) {
            this.person = person;
            this.life = life;
        }

        @Override
        public Set<String> besides() {
            return held(actor(), life, null).stream().map(Identity::code).collect(Collectors.toSet());
        }

        @Override
        public StandIns standIns() {
            return (principal, key, node, at) -> Optional.ofNullable(standIns.get(principal));
        }

        @Override
        public Voters voters() {
            return visit -> PastTrail.voters(life.past, visit);
        }

        /** Open items of all instances, and whose turn it was last at the node of any of them. */
        @Override
        public Workload workload() {
            return new Workload() {
                @Override
                public Map<String, Long> open(Collection<String> people) {
                    return instances().stream().flatMap(i -> i.items().stream()).filter(i -> people.contains(i.owner()))
                            .collect(Collectors.groupingBy(WorkItem::owner, Collectors.counting()));
                }

                @Override
                public Optional<String> last(String definitionKey, String nodeId) {
                    return Optional.ofNullable(turns.get(definitionKey + " " + nodeId));
                }
            };
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Member actor() {
            return person.equals(Member.ENGINE.id()) ? Member.ENGINE : directory.member(person).orElseThrow();
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

        @Override
        public Scripts scripts() {
            return (name, version) -> scripts.getOrDefault(name, List.of()).stream().filter(s -> version == null || version.equals(s.version()))
                    .reduce((first, second) -> second);
        }

        @Override
        public Kin kin() {
            return new CoreKin();
        }

        @Override
        public Beans beans() {
            return (bean, call) -> beans.getOrDefault(bean, Beans.NONE).call(bean, call);
        }
    }

    // ---- looking ----

    /** All instances, in the order in which they began. */
    public List<ProcessInstance> instances() {
        return lives.values().stream().map(l -> l.instance).toList();
    }

    public ProcessInstance instance(long instanceId) {
        return lives.get(instanceId).instance;
    }

    /** From now on each decision is made twice, as a preview and in earnest, and both must be the same. */
    public void checkPreviews() {
        previews = true;
    }

    /** The instance as it would be after the operation; empty when that would be refused. */
    public <R extends OperationRequest> Optional<ProcessInstance> wouldBe(String person, String name, long instanceId, long target, R request) {
        Life life = lives.get(instanceId);
        Operation<R> operation = operations.of(name, request);
        Subject subject = subject(person, life, life.instance.copy(), life.instance.findItem(target).orElse(null),
                life.instance.findIncident(target).orElse(null), request.variables, operation.looksBack(), null);
        if (operation.unavailable(subject).or(() -> operation.refuse(request, subject)).isPresent()) {
            return Optional.empty();
        }
        Decision decision = preview(operation, request, life, subject);
        return decision.refused().isPresent() ? Optional.empty() : Optional.of(decision.after());
    }

    /** The process that the instance runs. */
    public ProcessDefinition definition(long instanceId) {
        return lives.get(instanceId).definition;
    }

    /** How the item can be sent back. */
    public List<ReturnWay> ways(String person, long itemId, long instanceId) {
        Life life = lives.get(instanceId);
        return new ReturnWays(life.definition, life.instance, trail(life)).from(life.instance.nodeInstance(life.instance.item(itemId).nodeInstanceId()));
    }

    /** Items that whoever handled them might take back. */
    public List<DoneItem> takeable(long instanceId) {
        Life life = lives.get(instanceId);
        return dones(life).filter(d -> d.handledBy() != null && directory.member(d.handledBy()).isPresent()).filter(d -> new TakeBack()
                .unavailable(subject(d.handledBy(), life, life.instance, null, null, List.of(), true, d)).isEmpty()).toList();
    }

    /** What this person's operations could be about in the instance: it as a whole, each open and each finished item, each incident. */
    public Stream<Subject> subjects(String person, long instanceId) {
        Life life = lives.get(instanceId);
        ProcessInstance copy = seen(life.instance);
        Stream<Subject> parts = Stream.concat(copy.items().stream().map(i -> subject(person, life, copy, i, null, List.of(), true, null)),
                copy.incidents().stream().map(i -> subject(person, life, copy, null, i, List.of(), true, null)));
        Stream<Subject> past = dones(life).map(d -> subject(person, life, copy, null, null, List.of(), true, d));
        return Stream.concat(Stream.of(subject(person, life, copy, null, null, List.of(), true, null)), Stream.concat(parts, past));
    }

    /** Somebody of the house. */
    public Member member(String person) {
        return directory.member(person).orElseThrow();
    }

    /** All that happened to the instance. */
    public List<Event> past(long instanceId) {
        return List.copyOf(lives.get(instanceId).past);
    }

    /** Key of the process that the instance runs. */
    public String keyOf(long instanceId) {
        return lives.get(instanceId).definition.key();
    }

    /** What is deployed, in the order of deployment. */
    public List<ProcessDefinition> definitions() {
        return List.copyOf(definitions.values());
    }

    /** How the instance ended; null while it has not. */
    public String reasonOfEnd(long instanceId) {
        return lives.get(instanceId).past.stream().filter(InstanceEnded.class::isInstance)
                .reduce((first, second) -> second).map(e -> ((InstanceEnded) e).reason()).orElse(null);
    }

    @Override
    public List<Long> children(long instanceId) {
        return instances().stream().filter(i -> i.identity().parent() != null && i.identity().parent().instanceId() == instanceId)
                .map(ProcessInstance::id).toList();
    }

    @Override
    public long visitAt(long instanceId, String node) {
        return lives.get(instanceId).instance.nodeInstances().stream().filter(v -> v.nodeId().equals(node)).findFirst().orElseThrow().id();
    }

    @Override
    public long branchAt(long instanceId, String node) {
        return lives.get(instanceId).instance.nodeInstances().stream().filter(v -> v.nodeId().equals(node)).findFirst().orElseThrow().branchId();
    }

    @Override
    public void open(String person, long instanceId, long itemId) {
        opened.add(itemId);
    }

    @Override
    public Optional<Long> done(long instanceId, String person, String node) {
        return dones(lives.get(instanceId)).filter(d -> (person == null ? d.handledBy() != null : person.equals(d.handledBy())) && node.equals(d.nodeId()))
                .reduce((first, second) -> second).map(DoneItem::id);
    }

    private static Stream<DoneItem> dones(Life life) {
        Map<Long, WorkItem> items = new HashMap<>();
        Map<Long, DoneItem> done = new LinkedHashMap<>();
        life.past.forEach(e -> {
            if (e instanceof WorkItemCreated created) {
                items.put(created.item().id(), created.item());
            } else if (e instanceof WorkItemClosed c) {
                WorkItem item = items.get(c.workItemId());
                done.put(item.id(), new DoneItem(item.id(), item.nodeInstanceId(), item.nodeId(), item.kind(), c.state(), c.handledBy(), c.vote(), item.askedBy()));
            } else if (e instanceof VoteTakenBack taken) {
                done.computeIfPresent(taken.workItemId(), (id, d) -> new DoneItem(id, d.nodeInstanceId(), d.nodeId(), d.kind(), WorkItemState.TAKEN_BACK,
                        d.handledBy(), d.vote(), d.askedBy()));
                done.replaceAll((id, d) -> taken.before() != null && d.nodeInstanceId() == taken.before() && d.state() == WorkItemState.SUBMITTED && d.askedBy() == null
                        ? new DoneItem(id, taken.nodeInstanceId(), d.nodeId(), d.kind(), d.state(), d.handledBy(), d.vote(), d.askedBy()) : d);
            }
        });
        return done.values().stream();
    }

    @Override
    public List<Item> openItems(long instanceId) {
        return lives.get(instanceId).instance.items().stream()
                .map(i -> new Item(i.id(), i.nodeId(), i.owner(), i.isOffered(), i.kind(), i.state(), i.terms().dueAt())).toList();
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
                .targets(subject(person, life, life.instance, item, null, List.of(), true, null))
                .forEach(t -> targets.putIfAbsent(t.entry().nodeId(), t.entry().nodeInstanceId())));
        return targets;
    }
}
