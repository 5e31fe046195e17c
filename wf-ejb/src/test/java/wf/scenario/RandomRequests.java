package wf.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import wf.contract.AddInstanceRequest;
import wf.contract.AddSignPosition;
import wf.contract.AddSignRequest;
import wf.contract.AssistRequest;
import wf.contract.CountersignRequest;
import wf.contract.CountersignSubmitRequest;
import wf.contract.DataPolicy;
import wf.contract.FreeSubmitRequest;
import wf.contract.InstanceState;
import wf.contract.InternalSubmitRequest;
import wf.contract.JumpRequest;
import wf.contract.OperationRequest;
import wf.contract.RelatedBranches;
import wf.contract.ReplaceHandlerRequest;
import wf.contract.ResubmitMode;
import wf.contract.ReturnRequest;
import wf.contract.ReturnToRequest;
import wf.contract.SiblingPolicy;
import wf.contract.SigningOrder;
import wf.contract.StartSubProcessRequest;
import wf.contract.SubmitRequest;
import wf.contract.SupplementBranchRequest;
import wf.contract.SupplementRequest;
import wf.contract.SuspendItemRequest;
import wf.contract.TransferRequest;
import wf.contract.Vote;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.definition.SequenceFlow;
import wf.instance.Branch;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.operation.Identities;
import wf.operation.Identity;
import wf.runtime.ReturnWay;
import wf.value.Value;

/** Draws what somebody might ask for in the state in which an instance is: mostly what makes sense, now and then what does not. */
final class RandomRequests {

    /**
     * Something that somebody asks for.
     *
     * @param cases cases of §1.3 that it is
     * @param about a word for whoever reads the case that failed
     */
    record Draw(String person, long target, OperationRequest request, Set<String> cases, String about) { }

    private static final List<String> PEOPLE = List.of("zhao", "li", "wang", "sun", "zhou", "qian");

    private static final Set<String> WHOLE = Set.of("suspendInstance", "resumeInstance", "withdraw", "endInstance", "terminate",
            "deleteInstance", "restoreInstance", "activate");

    private final CoreEngine engine;
    private final long instanceId;
    private final ProcessInstance instance;
    private final Random random;
    private final List<Engine.Item> items;
    private final Map<String, Supplier<Optional<Draw>>> draws = new LinkedHashMap<>();

    /** @param mayEnd whether it is late enough in the sequence for the instance to be ended by force */
    RandomRequests(CoreEngine engine, long instanceId, Random random, boolean mayEnd) {
        this.engine = engine;
        this.instanceId = instanceId;
        this.instance = engine.instance(instanceId);
        this.random = random;
        this.items = engine.openItems(instanceId);
        draws.put("claim", () -> any(items.stream().filter(Engine.Item::offered).toList()).map(i -> on(candidate(i), i, new OperationRequest())));
        draws.put("unclaim", () -> item(i -> !i.offered() && instance.item(i.id()).wasOffered()).map(i -> on(i.owner(), i, new OperationRequest())));
        draws.put("submit", () -> item(i -> i.kind() == WorkItemKind.MAIN).map(i -> on(i.owner(), i, sometimesLater(with(new SubmitRequest())))));
        draws.put("countersignSubmit", () -> item(i -> i.kind() == WorkItemKind.SIGN || i.kind() == WorkItemKind.ADDSIGN).map(i -> on(i.owner(), i, vote(random))));
        draws.put("assistSubmit", () -> item(i -> i.kind() == WorkItemKind.ASSIST).map(i -> on(i.owner(), i, new OperationRequest())));
        draws.put("return", () -> item(i -> returnable(i)).map(i -> on(i.owner(), i, manner(new ReturnRequest()))));
        draws.put("returnTo", this::returnTo);
        draws.put("transfer", () -> item(i -> true).map(i -> on(i.owner(), i, transfer(i))));
        draws.put("internalSubmit", () -> item(i -> i.kind() == WorkItemKind.MAIN).map(i -> on(i.owner(), i, internal(i))));
        draws.put("freeSubmit", () -> item(i -> i.kind() == WorkItemKind.MAIN).flatMap(this::free));
        draws.put("jump", () -> item(i -> i.kind() == WorkItemKind.MAIN).flatMap(i -> jump(instance.nodeInstance(instance.item(i.id()).nodeInstanceId()))
                .map(r -> on("admin", i, r))));
        draws.put("moveToken", this::moveToken);
        draws.put("takeBack", this::takeBack);
        draws.put("assist", () -> item(i -> i.kind() == WorkItemKind.MAIN).map(i -> on(i.owner(), i, assist(i))));
        draws.put("startSubProcess", () -> item(i -> i.kind() == WorkItemKind.MAIN).map(i -> on(i.owner(), i, besides())));
        draws.put("countersign", () -> item(i -> i.kind() == WorkItemKind.MAIN).map(i -> on(i.owner(), i, countersign(i))));
        draws.put("addSign", () -> item(i -> i.kind() == WorkItemKind.MAIN || i.kind() == WorkItemKind.SIGN).map(i -> on(i.owner(), i, addSign(i))));
        draws.put("removeSign", () -> item(i -> i.kind() == WorkItemKind.ADDSIGN || i.kind() == WorkItemKind.SIGN && instance.item(i.id()).askedBy() != null)
                .map(i -> on("admin", i, new OperationRequest())));
        draws.put("replaceHandler", () -> any(items.stream().filter(i -> !i.offered()).toList()).map(i -> on("admin", i, replace(i))));
        draws.put("addInstance", this::addInstance);
        draws.put("supplementBranch", this::supplementBranch);
        draws.put("retryIncident", () -> incident("retryIncident"));
        draws.put("skipIncident", () -> incident("skipIncident"));
        draws.put("suspendItem", () -> item(i -> true).map(i -> on("admin", i, suspend())));
        draws.put("resumeItem", () -> any(items.stream().filter(i -> i.state() == WorkItemState.SUSPENDED).toList()).map(i -> on("admin", i, new OperationRequest())));
        draws.put("supplement", this::supplement);
        draws.putAll(new RandomLives(engine, instanceId, random, mayEnd).draws());
    }

    Set<String> names() {
        return draws.keySet();
    }

    /** Empty when the operation makes no sense now: hardly any does on an instance that stands still. */
    Optional<Draw> draw(String operation) {
        boolean standsStill = instance.state() != InstanceState.RUNNING;
        return standsStill && !WHOLE.contains(operation) && random.nextInt(10) > 0 ? Optional.empty() : draws.get(operation).get();
    }

    // ---- pieces ----

    private String person() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private List<String> people() {
        List<String> people = new ArrayList<>(new LinkedHashSet<>(List.of(person(), person())));
        return people.subList(0, 1 + random.nextInt(people.size()));
    }

    private <T> Optional<T> any(List<T> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }

    private Optional<Engine.Item> item(Predicate<Engine.Item> which) {
        return any(items.stream().filter(i -> isWorkedOn(i) && which.test(i)).toList());
    }

    /** One in some has laid it aside, or waits. */
    private boolean isWorkedOn(Engine.Item item) {
        return !item.offered() && (item.state() != WorkItemState.WAITING && item.state() != WorkItemState.SUSPENDED || random.nextInt(20) == 0);
    }

    private String candidate(Engine.Item item) {
        List<String> may = PEOPLE.stream().filter(p -> Identities.of(engine.member(p), instance, instance.item(item.id())).contains(Identity.CANDIDATE)).toList();
        return may.isEmpty() || random.nextInt(5) == 0 ? person() : may.get(random.nextInt(may.size()));
    }

    /** Mostly somebody who has nothing to do at the node yet. */
    private String other(Engine.Item at) {
        List<String> free = PEOPLE.stream().filter(p -> items.stream().noneMatch(i -> i.node().equals(at.node()) && p.equals(i.owner()))).toList();
        return free.isEmpty() || random.nextInt(6) == 0 ? person() : free.get(random.nextInt(free.size()));
    }

    /** Somebody of the same department, as nodes want it that say nothing else. */
    private String colleague(Engine.Item at) {
        Set<String> mine = engine.member(at.owner()).memberships();
        return any(PEOPLE.stream().filter(p -> !p.equals(at.owner()) && engine.member(p).memberships().stream().anyMatch(m -> m.startsWith("dept:") && mine.contains(m)))
                .toList()).orElseGet(() -> other(at));
    }

    private List<String> others(Engine.Item at) {
        List<String> people = new ArrayList<>(new LinkedHashSet<>(List.of(other(at), other(at))));
        return people.subList(0, 1 + random.nextInt(people.size()));
    }

    private static Draw on(String person, Engine.Item item, OperationRequest request) {
        return new Draw(person, item.id(), request, Set.of(), "at " + item.node());
    }

    private <R extends OperationRequest> R with(R request) {
        request.variables.add(World.property("pick", random.nextInt(5)));
        return request;
    }

    private SubmitRequest sometimesLater(SubmitRequest request) {
        request.delayUntil = random.nextInt(6) == 0 ? Date.from(engine.now().plusSeconds(60L * (1 + random.nextInt(150)))) : null;
        return request;
    }

    /** What may be sent along: another number for what routing reads, or nothing. */
    static Map<String, Value> pick(Random random) {
        return random.nextBoolean() ? Map.of() : Map.of("pick", Value.of((long) random.nextInt(5)));
    }

    static OperationRequest vote(Random random) {
        CountersignSubmitRequest request = new CountersignSubmitRequest();
        request.vote = Vote.values()[random.nextInt(3)];
        return request;
    }

    // ---- sending back ----

    private <R extends ReturnRequest> R manner(R request) {
        request.resubmitMode = random.nextInt(3) == 0 ? ResubmitMode.DIRECT : null;
        request.relatedBranches = random.nextInt(3) == 0 ? RelatedBranches.WAIT : null;
        boolean waits = request.relatedBranches == RelatedBranches.WAIT;
        request.resubmitMode = waits && random.nextInt(8) > 0 ? null : request.resubmitMode;
        request.dataPolicy = random.nextInt(4) == 0 && !waits ? DataPolicy.RESTORE : null;
        return request;
    }

    private boolean returnable(Engine.Item item) {
        return item.kind() != WorkItemKind.ASSIST && !engine.ways(item.owner(), item.id(), instanceId).isEmpty();
    }

    private Optional<Draw> returnTo() {
        List<Draw> possible = new ArrayList<>();
        items.stream().filter(i -> isWorkedOn(i) && (i.kind() == WorkItemKind.MAIN || i.kind() == WorkItemKind.SIGN))
                .forEach(i -> engine.ways(i.owner(), i.id(), instanceId).forEach(w -> possible.add(back(i, w))));
        // Rare cases first, since most ways back are the plain ones.
        List<Draw> beside = possible.stream().filter(d -> d.cases().contains("C")).toList();
        List<Draw> rare = beside.isEmpty() ? possible.stream().filter(d -> d.cases().contains("D") || d.cases().contains("E")).toList() : beside;
        return random.nextInt(6) > 0 && !rare.isEmpty() ? any(rare) : any(possible);
    }

    /** Out of a called instance, to where the work came from; empty where the instance was not called, or keeps its work. */
    Optional<Draw> out() {
        Set<Long> own = new HashSet<>();
        List<Draw> possible = new ArrayList<>();
        items.stream().filter(i -> isWorkedOn(i) && (i.kind() == WorkItemKind.MAIN || i.kind() == WorkItemKind.SIGN)).forEach(i -> {
            engine.ways(i.owner(), i.id(), instanceId).forEach(w -> own.add(w.target().nodeInstanceId()));
            engine.returnTargets(i.owner(), i.id(), instanceId).values().stream().filter(t -> !own.contains(t)).forEach(t -> possible.add(out(i, t)));
        });
        return any(possible);
    }

    private Draw out(Engine.Item item, long target) {
        ReturnToRequest request = manner(new ReturnToRequest());
        request.nodeInstanceId = target;
        return new Draw(item.owner(), item.id(), request, Set.of("out"), "out of " + item.node());
    }

    private Draw back(Engine.Item item, ReturnWay way) {
        ReturnToRequest request = manner(new ReturnToRequest());
        request.nodeInstanceId = way.target().nodeInstanceId();
        Set<String> cases = new LinkedHashSet<>();
        cases.add(switch (way.kind()) {
            case SAME -> "A";
            case SPLIT -> "B";
            case BESIDE -> "C";
            case MERGED -> "D";
        });
        long mine = instance.item(item.id()).branchId();
        if (engine.definition(instanceId).node(way.target().nodeId()).settings().awaitsCalled()) {
            cases.add("anew");
        }
        int levels = Math.abs(depth(mine) - way.target().lineage().size());
        if (levels > 1) {
            cases.add("E");
        }
        if (item.kind() == WorkItemKind.SIGN) {
            cases.add("F");
        }
        return new Draw(item.owner(), item.id(), request, cases, "from " + item.node() + " to " + way.target().nodeId() + " " + cases + " "
                + request.resubmitMode + " " + request.relatedBranches);
    }

    private int depth(long branchId) {
        int depth = 0;
        for (Long at = branchId; at != null; at = instance.branch(at).parentId()) {
            depth++;
        }
        return depth;
    }

    private Optional<Draw> takeBack() {
        return any(engine.takeable(instanceId)).map(d -> new Draw(d.handledBy(), d.id(), new OperationRequest(), Set.of(), "at " + d.nodeId()));
    }

    // ---- anywhere ----

    private Optional<JumpRequest> jump(NodeInstance from) {
        ProcessDefinition definition = engine.definition(instanceId);
        List<Node> targets = definition.nodes().stream().filter(n -> definition.tree().isInside(from.nodeId(), n.scope()))
                .filter(n -> !n.type().equals("startEvent") && !n.type().equals("boundaryEvent"))
                .filter(n -> !n.type().equals("endEvent") || random.nextInt(20) == 0).toList();
        return any(targets).map(t -> {
            JumpRequest request = new JumpRequest();
            request.nodeId = t.id();
            request.siblings = SiblingPolicy.values()[random.nextInt(2)];
            request.users = random.nextInt(4) == 0 ? people() : List.of();
            return request;
        });
    }

    private Optional<Draw> moveToken() {
        return any(List.copyOf(instance.nodeInstances())).flatMap(v -> jump(v).map(r -> {
            r.nodeInstanceId = v.id();
            return new Draw("admin", instanceId, r, Set.of(), "from " + v.nodeId() + " to " + r.nodeId + " " + r.siblings);
        }));
    }

    private Optional<Draw> free(Engine.Item item) {
        Node from = engine.definition(instanceId).node(item.node());
        List<Node> beside = engine.definition(instanceId).tree().inside(from.scope()).stream().filter(Node::isHuman).toList();
        FreeSubmitRequest request = with(new FreeSubmitRequest());
        request.nodeId = random.nextInt(3) == 0 ? null : any(beside).map(Node::id).orElse(null);
        request.users = request.nodeId == null || random.nextBoolean() ? people() : List.of();
        return Optional.of(new Draw(item.owner(), item.id(), request, Set.of(), "from " + item.node() + " to " + request.nodeId));
    }

    private Optional<Draw> supplementBranch() {
        List<Branch> parts = instance.branches().stream().filter(b -> b.splitNodeId() != null).toList();
        return any(parts).flatMap(b -> any(engine.definition(instanceId).node(b.splitNodeId()).outgoing()).map((SequenceFlow f) -> {
            SupplementBranchRequest request = new SupplementBranchRequest();
            request.branchId = b.id();
            request.flowId = f.id();
            request.users = random.nextInt(3) == 0 ? people() : List.of();
            return new Draw("admin", instanceId, request, Set.of(), "along " + f.id());
        }));
    }

    // ---- inside a node ----

    private TransferRequest transfer(Engine.Item at) {
        TransferRequest request = new TransferRequest();
        request.user = other(at);
        return request;
    }

    private ReplaceHandlerRequest replace(Engine.Item at) {
        ReplaceHandlerRequest request = new ReplaceHandlerRequest();
        request.user = other(at);
        return request;
    }

    private InternalSubmitRequest internal(Engine.Item at) {
        InternalSubmitRequest request = new InternalSubmitRequest();
        request.user = colleague(at);
        request.opinion = "go on";
        return request;
    }

    private AssistRequest assist(Engine.Item at) {
        AssistRequest request = new AssistRequest();
        request.users = others(at);
        request.wait = random.nextBoolean();
        return request;
    }

    private StartSubProcessRequest besides() {
        StartSubProcessRequest request = new StartSubProcessRequest();
        request.definitionKey = "besides";
        request.wait = random.nextInt(3) > 0;
        return request;
    }

    private CountersignRequest countersign(Engine.Item at) {
        CountersignRequest request = new CountersignRequest();
        request.users = others(at);
        request.order = SigningOrder.values()[random.nextInt(2)];
        return request;
    }

    private AddSignRequest addSign(Engine.Item at) {
        AddSignRequest request = new AddSignRequest();
        request.users = others(at);
        request.position = AddSignPosition.values()[random.nextInt(3)];
        request.order = SigningOrder.values()[random.nextInt(2)];
        return request;
    }

    private Optional<Draw> addInstance() {
        List<NodeInstance> repeated = instance.nodeInstances().stream()
                .filter(v -> v.round() != null || v.progress() != null && v.progress().planned() > 0).toList();
        return any(repeated).map(v -> {
            AddInstanceRequest request = new AddInstanceRequest();
            request.nodeInstanceId = v.id();
            if (v.round() != null) {
                request.users = people();
            } else {
                request.element = World.property("element", person());
            }
            return new Draw("admin", instanceId, request, Set.of(), "at " + v.nodeId());
        });
    }

    private SuspendItemRequest suspend() {
        SuspendItemRequest request = new SuspendItemRequest();
        request.until = random.nextInt(3) == 0 ? Date.from(engine.now().plus(Duration.ofMinutes(1 + random.nextInt(200)))) : null;
        return request;
    }

    private Optional<Draw> supplement() {
        return item(i -> instance.item(i.id()).askedBy() == null).map(i -> {
            SupplementRequest request = new SupplementRequest();
            request.nodeInstanceId = instance.item(i.id()).nodeInstanceId();
            request.users = others(i);
            return new Draw("admin", instanceId, request, Set.of(), "at " + i.node());
        });
    }

    private Optional<Draw> incident(String operation) {
        return any(List.copyOf(engine.incidents(instanceId).keySet())).map(i -> new Draw("admin", i, with(new OperationRequest()), Set.of(),
                engine.incidents(instanceId).get(i)));
    }
}
