package wf.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Map;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.definition.SequenceFlow;
import wf.instance.Branch;
import wf.instance.BranchEnd;
import wf.instance.BranchTree;
import wf.instance.Event;
import wf.instance.Incident;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;
import wf.instance.TokenEvent.BranchEnded;
import wf.instance.TokenEvent.BranchOpened;
import wf.instance.TokenEvent.IncidentRaised;
import wf.instance.TokenEvent.IncidentResolved;
import wf.instance.TokenEvent.NodeCancelled;
import wf.instance.TokenEvent.NodeEntered;
import wf.instance.TokenEvent.NodeLeft;
import wf.instance.TokenEvent.NodeSkipped;
import wf.instance.TokenEvent.ParticipantsFound;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.instance.WorkItemEvent.WorkItemCreated;
import wf.value.Value;

/**
 * One decision in the making: what operations and node types tell happened, applied to a private copy of the instance
 * at once, so that later steps see it. A token is always somewhere: it enters its next node in the step in which it
 * leaves the last one; only what the node does with it waits for its turn in the runner.
 */
public final class Flow {

    private final ProcessDefinition definition;
    private final ProcessInstance instance;
    private final Facts facts;
    private final NodeTypes types;
    private final Trail trail;
    private final List<Event> events = new ArrayList<>();
    private final TokenRunner runner = new TokenRunner(this);
    private final Hopes hopes = new Hopes(this);
    private final VariableSizes sizes;
    private final Set<Long> worked = new HashSet<>();
    private final Set<Long> leaving = new HashSet<>();
    private final Set<Long> retried = new HashSet<>();
    private final Set<Long> begun = new HashSet<>();
    private Long sender;
    private String sentBy;
    private String sentIn;
    private String actsIn;
    private final Map<String, List<String>> chosen = new HashMap<>();
    private final Set<String> routes = new HashSet<>();
    private final Map<Long, Set<String>> ruled = new HashMap<>();
    private int redirects;
    private final Set<Long> passed = new HashSet<>();
    private final Map<Long, WorkItemClosed> handedIn = new HashMap<>();
    private final Set<Long> skipped = new HashSet<>();
    private final Map<String, Long> handledNow = new HashMap<>();
    private final Map<String, String> turns = new HashMap<>();
    private Rejection rejection;
    private Witness witness = Witness.NONE;

    private Flow(ProcessDefinition definition, ProcessInstance instance, Facts facts, NodeTypes types, Trail trail) {
        this.definition = definition;
        this.instance = instance;
        this.facts = facts;
        this.types = types;
        this.trail = trail;
        this.sizes = new VariableSizes(instance);
    }

    /** As the other one, for what need not look back. */
    public static Decision decide(ProcessDefinition definition, ProcessInstance copy, Facts facts, NodeTypes types,
            Consumer<Flow> operation) {
        return decide(definition, copy, facts, types, Trail.EMPTY, operation);
    }

    /**
     * Runs one operation on the instance, which is changed, until all tokens rest or something is refused.
     *
     * @param trail finished visits, where {@link Trail#isNeeded} or the operation says so; else empty
     */
    public static Decision decide(ProcessDefinition definition, ProcessInstance copy, Facts facts, NodeTypes types, Trail trail,
            Consumer<Flow> operation) {
        Flow flow = new Flow(definition, copy, facts, types, trail);
        boolean wasClosed = copy.isClosed();
        operation.accept(flow);
        flow.runner.runToRest();
        new Forwarding(flow).run(List.copyOf(flow.events));
        flow.runner.runToRest();
        new Watching(flow).align(wasClosed);
        new Limits(flow).align();
        return new Decision(flow.rejection == null ? List.copyOf(flow.events) : List.of(), copy, flow.rejection);
    }

    // ---- what there is ----

    public ProcessDefinition definition() {
        return definition;
    }

    /** The instance as it is after all that was told so far. */
    public ProcessInstance instance() {
        return instance;
    }

    public Facts facts() {
        return facts;
    }

    /** The moment at which deadlines and timers begin: now, but while the instance is suspended the one at which its clock stopped. */
    Instant clock() {
        Instant stopped = instance.standing().suspendedAt();
        return stopped == null ? facts.now() : stopped;
    }

    public Node nodeOf(NodeInstance visit) {
        return definition.node(visit.nodeId());
    }

    public boolean isRefused() {
        return rejection != null;
    }

    /** Whether the visit cannot go on: it is gone, stands at an incident, or the whole operation is refused. */
    boolean isStopped(NodeInstance visit) {
        return isRefused() || !instance.isActive(visit.id()) || now(visit).state() == NodeInstanceState.INCIDENT;
    }

    /** The visit as it is now. */
    NodeInstance now(NodeInstance visit) {
        return instance.nodeInstance(visit.id());
    }

    /** The finished visits; empty where nothing looks back. */
    public Trail trail() {
        return trail;
    }

    VariableSizes sizes() {
        return sizes;
    }

    NodeTypes types() {
        return types;
    }

    // ---- telling ----

    public void emit(Event event) {
        if (event instanceof WorkItemClosed closed && closed.handledBy() != null) {
            WorkItem item = instance.item(closed.workItemId());
            handedIn.put(item.nodeInstanceId(), closed);
            handledNow.put(item.nodeId(), item.nodeInstanceId());
        } else if (event instanceof ParticipantsFound found && found.turn() != null) {
            turns.put(found.place(), found.turn());
        }
        event.applyTo(instance);
        events.add(event);
        witness.happened(event);
        hopes.note(event);
    }

    /** From now on that one is told all that happens here. */
    public void watchedBy(Witness somebody) {
        witness = somebody;
    }

    Witness witness() {
        return witness;
    }

    /** Among whom somebody may choose is found for whoever watches only. */
    public void leavesToChoose(NodeInstance visit, Supplier<Optional<Selection>> selection) {
        if (witness != Witness.NONE) {
            selection.get().ifPresent(s -> witness.leftToChoose(visit.nodeId(), s));
        }
    }

    /** Whether a join that waited with reason may now wait in vain. */
    boolean mayHaveLostHope() {
        return hopes.mayBeLost();
    }

    /** Conditions on variables are looked at again before the tokens rest. */
    void variablesChanged() {
        runner.lookAtConditions();
    }

    /** The whole operation is refused; nothing of it remains. The first refusal counts. */
    public void refuse(Rejection reason) {
        if (rejection == null) {
            rejection = reason;
        }
    }

    /** A person is refused, so that he can mend what he sent; what the engine does by itself stands still at an incident. */
    public void stop(NodeInstance visit, Rejection reason) {
        if (visit == null || !facts.actor().isEngine()) {
            refuse(reason);
        } else {
            raise(visit, reason.code().name(), reason.asDetail());
        }
    }

    /** The token cannot go on; it stays, with an open incident. */
    public void raise(NodeInstance visit, String code, String detail) {
        emit(new IncidentRaised(new Incident(facts.newId(), visit.id(), visit.nodeId(), code, detail, facts.now(),
                leaving.contains(visit.id()))));
    }

    /** The incidents of the visit are over; the token stands there again in the given state. */
    public void resolveIncidents(NodeInstance visit, NodeInstanceState state) {
        instance.incidentsOf(visit.id()).forEach(i -> emit(new IncidentResolved(i.id(), state)));
    }

    // ---- moving tokens ----

    /** What begins because of this visit was sent by whoever sent its token; null: by nobody. A later return goes there. */
    void sentAs(NodeInstance visit) {
        sender = visit == null ? null : visit.sender();
        sentBy = visit == null ? null : visit.sentBy();
        sentIn = visit == null ? null : visit.sentIn();
    }

    /** What leaves here was sent from here where people have worked, else by whoever sent the token. */
    private void sentBy(NodeInstance visit) {
        boolean here = worked.contains(visit.id());
        sender = here ? Long.valueOf(visit.id()) : visit.sender();
        boolean later = here && visit.delay() != null && facts.actor().isEngine();
        sentBy = !here ? visit.sentBy() : later ? visit.delay().by() : facts.actor().id();
        sentIn = !here ? visit.sentIn() : later ? visit.delay().department() : actsIn;
    }

    /** Puts the branch's token at the node and lets the node act when its turn comes. */
    public NodeInstance enter(long branchId, Node node, String viaFlow) {
        NodeInstance visit = put(branchId, node, viaFlow);
        runner.add(visit.id());
        return visit;
    }

    /** Puts the branch's token at the node; what it does there is up to the caller. */
    NodeInstance put(long branchId, Node node, String viaFlow) {
        NodeInstance visit = NodeInstance.entered(facts.newId(), node.id(), branchId, viaFlow, sender, sentBy, sentIn, facts.now());
        emit(new NodeEntered(visit));
        return visit;
    }

    /** What begins counts as sent from that visit of the trail, by whoever handled it last. */
    void sentBy(Long visitId, Trail from) {
        sender = visitId;
        List<String> handlers = visitId == null ? List.of() : from.of(visitId).map(TrailEntry::handlers).orElse(List.of());
        sentBy = handlers.isEmpty() ? null : handlers.get(handlers.size() - 1);
        sentIn = sentBy == null ? null : from.of(visitId).map(e -> e.departments().get(sentBy)).orElse(null);
    }

    /** The work of the visit is done, but its token goes nowhere from here: others take its place. */
    void finishAlone(NodeInstance visit) {
        new Activities(this).close(visit);
        emit(new NodeLeft(visit.id(), visit.nodeId(), List.of(), facts.now()));
    }

    /** Ends the branch and nothing above it. */
    void endAlone(long branchId, BranchEnd how) {
        emit(new BranchEnded(branchId, how));
    }

    /** Lets the node act again at a visit that stands there already. */
    public void again(NodeInstance visit) {
        runner.add(visit.id());
    }

    /** Whether an administrator lets the visit pass, whoever has something against it. */
    boolean isSkipped(NodeInstance visit) {
        return skipped.contains(visit.id());
    }

    /** Whether nobody has worked at the visit, since nobody need. */
    boolean isPassed(NodeInstance visit) {
        return passed.contains(visit.id());
    }

    /** Whether the visit's turn has not come yet. */
    boolean isAboutToAct(NodeInstance visit) {
        return runner.hasTurn(visit.id());
    }

    /** The visit had begun before its incident: the tokens that its activity needs are in it. */
    public void began(NodeInstance visit) {
        begun.add(visit.id());
    }

    boolean hasBegun(NodeInstance visit) {
        return begun.contains(visit.id());
    }

    /** As {@link #again}, after an incident: what has happened on its boundary meanwhile does not happen again. */
    public void retry(NodeInstance visit) {
        retried.add(visit.id());
        again(visit);
    }

    boolean isRetried(NodeInstance visit) {
        return retried.contains(visit.id());
    }

    /** The work of the visit is done; the node type lets the token go on. */
    public void complete(NodeInstance visit) {
        Node node = nodeOf(visit);
        if (node.isHuman()) {
            worked.add(visit.id());
        }
        types.of(node).complete(node, visit, this);
    }

    /** One instance more of the repeated activity that runs at the visit. */
    public void add(NodeInstance visit, Value element) {
        Node node = nodeOf(visit);
        types.of(node).add(node, visit, element, this);
    }

    /** As {@link #complete}, past an incident; what still goes on inside ends, since an event may have set it off meanwhile. */
    public void skip(NodeInstance visit) {
        Node node = nodeOf(visit);
        skipped.add(visit.id());
        new Scopes(this).clear(visit.id());
        types.of(node).skip(node, visit, this);
    }

    /** The token leaves by every outgoing flow whose condition holds; without any it ends. */
    public void leave(NodeInstance visit) {
        leaving.add(visit.id());
        if (!new Delays(this).recall(visit) || !new NodeRuling(this).left(now(visit))) {
            return;
        }
        if (new Loops(this).isInstance(visit)) {
            new Loops(this).ended(visit);
        } else if (new Mappings(this).outputs(visit)) {
            Node node = nodeOf(visit);
            new Conditions(this).holding(node, now(visit)).ifPresent(flows ->
                    leave(now(visit), Collections.nCopies(node.activity().completionQuantity(), flows).stream().flatMap(List::stream).toList()));
        }
    }

    /** The token leaves by these flows: by one it goes on, by several its branch splits, by none it ends. */
    public void leave(NodeInstance visit, List<SequenceFlow> flows) {
        for (SequenceFlow taken : flows) {
            if (!new Listeners(this).toldOfWay(taken, visit)) {
                return;
            }
        }
        step(visit, flows.stream().map(SequenceFlow::id).toList());
        if (flows.isEmpty()) {
            end(visit.branchId(), BranchEnd.ENDED);
        } else if (flows.size() == 1) {
            follow(visit.branchId(), flows.get(0));
        } else {
            split(visit, flows);
        }
    }

    /** A gateway has chosen: as {@link #leave(NodeInstance, List)}, with all that is told at its end. */
    public void leaveBy(NodeInstance visit, List<SequenceFlow> flows) {
        if (new Listeners(this).told(nodeOf(visit), visit, "end")) {
            leave(visit, flows);
        }
    }

    /** The token goes on at another node without a flow between, as from link to link. */
    public void passTo(NodeInstance visit, Node target) {
        step(visit, List.of());
        enter(visit.branchId(), target, null);
    }

    /** The token leaves by these flows; where it comes is up to the caller. */
    private void step(NodeInstance visit, List<String> flows) {
        new Activities(this).close(visit);
        sentBy(visit);
        emit(new NodeLeft(visit.id(), visit.nodeId(), flows, facts.now()));
    }

    /** The token goes through an event that has happened already: along the flow to it, and on from there. */
    public void passThrough(NodeInstance visit, SequenceFlow to) {
        step(visit, List.of(to.id()));
        complete(put(visit.branchId(), definition.node(to.target()), to.id()));
    }

    /** As {@link #passThrough}, on a branch beside the visit, which stays. */
    public void passBeside(NodeInstance visit, SequenceFlow to) {
        sentBy(visit);
        complete(put(new Scopes(this).beside(visit).id(), definition.node(to.target()), to.id()));
    }

    /** A token like the one at the visit leaves by its outgoing flows; the visit stays. */
    public void leaveBeside(NodeInstance visit) {
        leave(putBeside(visit));
    }

    /** A further token at the same node, on a branch beside the visit. */
    public NodeInstance putBeside(NodeInstance visit) {
        sentAs(visit);
        return put(new Scopes(this).beside(visit).id(), nodeOf(visit), visit.viaFlow());
    }

    /** Nobody need work at the visit: the token passes it (3.39, 3.40). */
    public void pass(NodeInstance visit, String reason) {
        passed.add(visit.id());
        emit(new NodeSkipped(visit.id(), visit.nodeId(), reason));
        Node node = nodeOf(visit);
        types.of(node).complete(node, now(visit), this);
    }

    /** The work of the visit is done; its handler hands it on to this node, whatever the model's ways. Joins that waited for it wait no longer. */
    public void handOver(NodeInstance visit, Node target) {
        worked.add(visit.id());
        if (!new NodeRuling(this).left(visit)) {
            return;
        }
        new SettledJoins(this).taken(visit);
        step(visit, List.of());
        send(visit.branchId(), target);
    }

    /** As if whoever works at the visit had handed it on to this node too, whatever becomes of the visit. */
    public void handOverBeside(NodeInstance visit, Node target) {
        worked.add(visit.id());
        sentBy(visit);
        send(new Scopes(this).beside(visit).id(), target);
    }

    /** Puts the branch's token at any node, without a flow; at a join it takes the place of one that has not come. */
    NodeInstance send(long branchId, Node target) {
        new SettledJoins(this).placed(branchId, target);
        return enter(branchId, target, new Joins(this).freeFlow(target, instance.branch(branchId).scopeId()));
    }

    // ---- what whoever submits has chosen ----

    /** The actor acts in this department of his (§6.3); null for his main one. */
    public void actIn(String department) {
        actsIn = department;
    }

    /** The department in which the actor has said that he acts; null for his main one. */
    String actsIn() {
        return actsIn;
    }

    /** These people are to handle the node when the token comes; none: as modelled. */
    public void choose(String nodeId, List<String> people) {
        if (!people.isEmpty()) {
            chosen.put(nodeId, List.copyOf(people));
        }
    }

    /** As {@link #choose} and {@link #chooseRoutes}, where nobody has chosen yet. */
    void chooseElse(Map<String, List<String>> people, List<String> flowIds) {
        people.forEach(chosen::putIfAbsent);
        if (routes.isEmpty()) {
            routes.addAll(flowIds);
        }
    }

    /** The people chosen for the node; they are chosen for one visit only. */
    public Optional<List<String>> takeChosen(String nodeId) {
        return Optional.ofNullable(chosen.remove(nodeId));
    }

    /** These flows are to be taken where the model leaves that to people. */
    public void chooseRoutes(List<String> flowIds) {
        routes.addAll(flowIds);
    }

    public boolean isChosen(SequenceFlow flow) {
        return routes.contains(flow.id());
    }

    // ---- what rules say ----

    /** These candidates do the work of the visit, whatever the model says. */
    void rule(NodeInstance visit, Set<String> candidates) {
        ruled.put(visit.id(), candidates);
    }

    /** Whom a rule has named for the visit that begins. */
    public Optional<Set<String>> takeRuled(NodeInstance visit) {
        return Optional.ofNullable(ruled.remove(visit.id()));
    }

    /** Those who have handled the node last: in this operation, else as the trail has it. */
    List<Standpoint> handlersOf(String nodeId) {
        Long now = handledNow.get(nodeId);
        if (now == null) {
            return trail.entries().stream().filter(e -> e.nodeId().equals(nodeId) && !e.handlers().isEmpty()).reduce((first, second) -> second)
                    .stream().flatMap(e -> e.handlers().stream().map(h -> new Standpoint(h, e.departments().get(h)))).distinct().toList();
        }
        return Stream.concat(facts.voters().at(now).stream().filter(v -> v.askedBy() == null).map(v -> new Standpoint(v.person(), v.department())),
                Stream.of(new Standpoint(handedIn.get(now).handledBy(), handedIn.get(now).department()))).distinct().toList();
    }

    /** All that was told so far. */
    List<Event> told() {
        return Collections.unmodifiableList(events);
    }

    /** Whom this decision has given work, each as often as it has. */
    Stream<String> given() {
        return events.stream().filter(e -> e instanceof WorkItemCreated c && c.item().owner() != null).map(e -> ((WorkItemCreated) e).item().owner());
    }

    /** Whose turn it was last at this place in this decision. */
    Optional<String> lastTurn(String place) {
        return Optional.ofNullable(turns.get(place));
    }

    /** Counts one more. */
    boolean isRedirectedTooOften() {
        return ++redirects > NodeRuling.MAX_REDIRECTS;
    }

    /** The item of the visit that was handed in last in this operation. */
    Optional<WorkItemClosed> lastHandedIn(long visitId) {
        return Optional.ofNullable(handedIn.get(visitId));
    }

    void follow(long branchId, SequenceFlow flow) {
        enter(branchId, definition.node(flow.target()), flow.id());
    }

    private void split(NodeInstance visit, List<SequenceFlow> flows) {
        Branch parent = instance.branch(visit.branchId());
        int ordinal = 0;
        for (SequenceFlow flow : flows) {
            Branch branch = Branch.part(facts.newId(), parent, visit.id(), visit.nodeId(), ++ordinal);
            emit(new BranchOpened(branch));
            follow(branch.id(), flow);
        }
    }

    /** Ends the branch, and with it every branch above that waited for nothing else; with the last one its scope is done. */
    public void end(long branchId, BranchEnd how) {
        Branch branch = instance.branch(branchId);
        BranchTree tree = new BranchTree(instance);
        boolean top = tree.isTop(branch);
        emit(new BranchEnded(branchId, how));
        if (top) {
            new Scopes(this).branchEnded(branch.scopeId());
        } else if (tree.isSpent(branch.parentId())) {
            end(branch.parentId(), BranchEnd.ENDED);
        }
    }

    /** The visit ends without its work being done, and with it all that goes on inside. The token is gone. */
    public void cancel(NodeInstance visit, BranchEnd how) {
        new Scopes(this).clear(visit.id());
        new Activities(this).drop(visit);
        emit(new NodeCancelled(visit.id(), visit.nodeId(), how, facts.now()));
    }
}
