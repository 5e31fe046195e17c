package wf.instance;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import wf.contract.InstanceState;
import wf.contract.WorkItemState;
import wf.instance.InstanceSnapshot.Waiting;
import wf.value.Value;

/**
 * A process instance: what decisions are made from. It holds open branches, visits, work items and incidents and the
 * variables; history is elsewhere, so that its size does not grow with its age. A decision works on a {@link #copy()};
 * the parts are immutable, so a copy copies five small maps.
 */
public final class ProcessInstance {
    /** Deadlines that are over and remembered: an instance that runs in circles for years is not to grow with each of them. */
    private static final int MOST_REACHED = 200;

    private InstanceIdentity identity;
    private InstanceState state;
    private String starter;
    private Instant startedAt;
    private Instant endedAt;
    private long version;
    private boolean reworked;
    private int paused;
    private final Set<String> rewalked;
    private final Tokens tokens;
    private final Placed<WorkItem> items;
    private final Placed<Incident> incidents;
    private final Map<String, Value> variables;
    private final Parts<Long, Subscription> subscriptions;
    private final Parts<Long, Job> jobs;
    private final Placed<Compensable> compensables;
    private final Parts<String, JoinCycle> cycles;
    private final Parts<Long, Arrival> arrivals;
    private Standing standing;
    private final Parts<SettledJoin, SettledJoin> settled;
    private final Parts<Long, Deadline> deadlines;
    private final Parts<Long, Deadline> reached;
    private List<Onlookers> onlookers;

    /** An instance to which nothing has happened yet. */
    public ProcessInstance(InstanceIdentity identity) {
        this(new InstanceSnapshot(identity, null, null, null, null, 0, false, List.of(), List.of(), List.of(), List.of(),
                Map.of(), Waiting.NOTHING));
    }

    /** An instance as it was stored. */
    public ProcessInstance(InstanceSnapshot stored) {
        identity = stored.identity();
        state = stored.state();
        starter = stored.starter();
        startedAt = stored.startedAt();
        endedAt = stored.endedAt();
        version = stored.version();
        reworked = stored.reworked();
        rewalked = new LinkedHashSet<>(stored.waiting().rewalked());
        tokens = new Tokens();
        items = new Placed<>(WorkItem::id, WorkItem::nodeInstanceId);
        incidents = new Placed<>(Incident::id, Incident::nodeInstanceId);
        variables = new LinkedHashMap<>(stored.variables());
        subscriptions = new Parts<>();
        jobs = new Parts<>();
        compensables = new Placed<>(Compensable::nodeInstanceId, c -> Tokens.key(c.scopeId()));
        cycles = new Parts<>();
        arrivals = new Parts<>();
        standing = stored.waiting().standing() == null ? Standing.FIRM : stored.waiting().standing();
        onlookers = stored.waiting().onlookers() == null ? List.of() : stored.waiting().onlookers();
        settled = new Parts<>();
        deadlines = new Parts<>();
        reached = new Parts<>();
        stored.branches().forEach(this::add);
        stored.nodeInstances().forEach(this::add);
        stored.items().forEach(this::add);
        stored.incidents().forEach(this::add);
        stored.waiting().subscriptions().forEach(this::add);
        stored.waiting().jobs().forEach(this::add);
        stored.waiting().compensables().forEach(this::add);
        stored.waiting().cycles().forEach(this::replace);
        if (stored.waiting().arrivals() != null) {
            stored.waiting().arrivals().forEach(this::add);
        }
        stored.waiting().settled().forEach(this::add);
        stored.waiting().deadlines().forEach(d -> deadlines.put(d.id(), d));
        if (stored.waiting().reached() != null) {
            stored.waiting().reached().forEach(d -> reached.put(d.id(), d));
        }
    }

    private ProcessInstance(ProcessInstance original) {
        identity = original.identity;
        state = original.state;
        starter = original.starter;
        startedAt = original.startedAt;
        endedAt = original.endedAt;
        version = original.version;
        reworked = original.reworked;
        paused = original.paused;
        rewalked = new LinkedHashSet<>(original.rewalked);
        tokens = original.tokens.copy();
        items = original.items.copy();
        incidents = original.incidents.copy();
        variables = new LinkedHashMap<>(original.variables);
        subscriptions = original.subscriptions.copy();
        jobs = original.jobs.copy();
        compensables = original.compensables.copy();
        cycles = original.cycles.copy();
        arrivals = original.arrivals.copy();
        standing = original.standing;
        settled = original.settled.copy();
        deadlines = original.deadlines.copy();
        reached = original.reached.copy();
        onlookers = original.onlookers;
    }

    public ProcessInstance copy() {
        return new ProcessInstance(this);
    }

    /** Everything that it is, for storing and comparing; the same whether rows of items told that they were opened or not. */
    public InstanceSnapshot snapshot() {
        return new InstanceSnapshot(identity, state, starter, startedAt, endedAt, version, reworked, List.copyOf(tokens.branches()),
                List.copyOf(tokens.visits()), items.values().stream().map(WorkItem::unopened).toList(), List.copyOf(incidents.values()),
                Collections.unmodifiableMap(new LinkedHashMap<>(variables)), waiting());
    }

    private Waiting waiting() {
        return new Waiting(List.copyOf(subscriptions.values()), List.copyOf(jobs.values()),
                List.copyOf(compensables.values()), List.copyOf(cycles.values()),
                List.copyOf(settled.values()), List.copyOf(rewalked), List.copyOf(arrivals.values()), standing, List.copyOf(deadlines.values()), List.copyOf(reached.values()),
                onlookers);
    }

    // ---- reading ----

    public InstanceIdentity identity() {
        return identity;
    }

    public long id() {
        return identity.id();
    }

    /** Null before the start event. */
    public InstanceState state() {
        return state;
    }

    public boolean isClosed() {
        return endedAt != null;
    }

    public Standing standing() {
        return standing;
    }

    /** Readers and monitors who were found by sources of the model. */
    public List<Onlookers> onlookers() {
        return onlookers;
    }

    /** Whether nothing happens in it until it is resumed or restored; what reaches it meanwhile is kept. */
    public boolean standsStill() {
        return state == InstanceState.SUSPENDED || state == InstanceState.DELETED;
    }

    /** What came while it stood still, the first first. */
    public Collection<Arrival> arrivals() {
        return Collections.unmodifiableCollection(arrivals.values());
    }

    /** Whether time runs for the timer: neither the instance nor the only work at its visit stands still. */
    public boolean isRunning(Subscription timer) {
        return !standsStill() && (timer.nodeInstanceId() == null || paused == 0 || !standsAt(timer.nodeInstanceId()));
    }

    /** Whether time runs at the visit: neither the instance nor the only work there stands still. */
    public boolean isRunning(long nodeInstanceId) {
        return !standsStill() && (paused == 0 || !standsAt(nodeInstanceId));
    }

    /** Whether some item stands still. */
    public boolean hasPaused() {
        return paused > 0;
    }

    private boolean standsAt(long nodeInstanceId) {
        return itemsOf(nodeInstanceId).stream().anyMatch(i -> i.pause() != null && i.pause().timersToo());
    }

    public String starter() {
        return starter;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    /** Grows by one with every stored operation that changes tokens, owners or shared data (§0.5). */
    public long version() {
        return version;
    }

    /** Whether work was ever sent back or the model changed, so that a node may be visited again without a loop in the model. */
    public boolean isReworked() {
        return reworked;
    }

    /** Whether work was ever sent back across the node, so that it is not passed over for having been handled before. */
    public boolean isRewalked(String nodeId) {
        return rewalked.contains(nodeId);
    }

    public Collection<Branch> branches() {
        return Collections.unmodifiableCollection(tokens.branches());
    }

    /** Whether some open branch was added to its split later. */
    public boolean hasSupplements() {
        return tokens.supplements() > 0;
    }

    /** Whether some work is to go back once the branches beside it have come to rest. */
    public boolean hasPendingReturns() {
        return tokens.pendingReturns() > 0;
    }

    /** @throws IllegalArgumentException when the branch is not open */
    public Branch branch(long branchId) {
        return present(tokens.branch(branchId), "branch", branchId);
    }

    public boolean hasBranch(long branchId) {
        return tokens.branch(branchId) != null;
    }

    public Collection<NodeInstance> nodeInstances() {
        return Collections.unmodifiableCollection(tokens.visits());
    }

    /** Visits whose tokens wait for others, the longest first. */
    public Collection<NodeInstance> waitingVisits() {
        return tokens.waiting();
    }

    /** In how many places tokens wait: nodes, each in its scope. */
    public int waitingPlaces() {
        return tokens.waitingPlaces();
    }

    /** @throws IllegalArgumentException when the visit is over */
    public NodeInstance nodeInstance(long nodeInstanceId) {
        return present(tokens.visit(nodeInstanceId), "node instance", nodeInstanceId);
    }

    public boolean isActive(long nodeInstanceId) {
        return tokens.visit(nodeInstanceId) != null;
    }

    /** For questions about the tree of branches. */
    Tokens tokens() {
        return tokens;
    }

    public Collection<WorkItem> items() {
        return Collections.unmodifiableCollection(items.values());
    }

    public List<WorkItem> itemsOf(long nodeInstanceId) {
        return items.of(nodeInstanceId);
    }

    /** @throws IllegalArgumentException when the item is not open */
    public WorkItem item(long workItemId) {
        return present(items.get(workItemId), "work item", workItemId);
    }

    public Optional<WorkItem> findItem(long workItemId) {
        return Optional.ofNullable(items.get(workItemId));
    }

    public Collection<Incident> incidents() {
        return Collections.unmodifiableCollection(incidents.values());
    }

    /** Of one visit, the oldest first. */
    public List<Incident> incidentsOf(long nodeInstanceId) {
        return incidents.of(nodeInstanceId);
    }

    public Optional<Incident> findIncident(long incidentId) {
        return Optional.ofNullable(incidents.get(incidentId));
    }

    /** Variables in the order in which they came; never null values. */
    public Map<String, Value> variables() {
        return Collections.unmodifiableMap(variables);
    }

    public Collection<Subscription> subscriptions() {
        return Collections.unmodifiableCollection(subscriptions.values());
    }

    public Optional<Subscription> findSubscription(long subscriptionId) {
        return Optional.ofNullable(subscriptions.get(subscriptionId));
    }

    /** Jobs that a visit waits for. */
    public Collection<Job> jobs() {
        return Collections.unmodifiableCollection(jobs.values());
    }

    public Optional<Job> findJob(long jobId) {
        return Optional.ofNullable(jobs.get(jobId));
    }

    /** Whether what has this id is to be done, and cannot be while a clock stands still. */
    public boolean isParked(long jobId) {
        return findSubscription(jobId).filter(s -> s.kind() == SubscriptionKind.TIMER && !isRunning(s)).isPresent() || findJob(jobId).isPresent() && standsStill()
                || deadlines.values().stream().anyMatch(d -> d.nextAt() == null && d.timerId() != null && d.timerId() == jobId);
    }

    /** Until when it, its visits and items are to be done. */
    public Collection<Deadline> deadlines() {
        return Collections.unmodifiableCollection(deadlines.values());
    }

    public Optional<Deadline> findDeadline(long deadlineId) {
        return Optional.ofNullable(deadlines.get(deadlineId));
    }

    /** That of the instance as a whole, of a visit, or of an item. */
    public Optional<Deadline> deadlineOf(Long nodeInstanceId, Long workItemId) {
        return deadlines.values().stream().filter(d -> Objects.equals(d.nodeInstanceId(), nodeInstanceId) && Objects.equals(d.workItemId(), workItemId)).findFirst();
    }

    /** Levels that came already for the same work until the same moment, before it went back or the instance was opened again. */
    public List<Deadline.Reached> reachedBefore(Deadline deadline) {
        return reached.values().stream().filter(deadline::isAgain).findFirst().map(Deadline::reached).orElse(List.of());
    }

    /** Finished activities that can be undone, in the order in which they ended. */
    public Collection<Compensable> compensables() {
        return Collections.unmodifiableCollection(compensables.values());
    }

    /** Those of one scope, null for the process, in the order in which they ended. */
    public List<Compensable> compensablesIn(Long scopeId) {
        return compensables.of(Tokens.key(scopeId));
    }

    public boolean hasCompensable(long nodeInstanceId) {
        return compensables.has(nodeInstanceId);
    }

    /** The cycle of a complex gateway that has fired; empty while it waits to begin. */
    public Optional<JoinCycle> cycle(Long scopeId, String nodeId) {
        return Optional.ofNullable(cycles.get(cycleKey(scopeId, nodeId)));
    }

    public Collection<JoinCycle> cycles() {
        return Collections.unmodifiableCollection(cycles.values());
    }

    /** Places where a slot that nothing can fill any more counts as satisfied. */
    public Collection<SettledJoin> settled() {
        return Collections.unmodifiableCollection(settled.values());
    }

    public boolean isSettled(Long scopeId, String nodeId) {
        return settled.has(new SettledJoin(scopeId, nodeId));
    }

    private static String cycleKey(Long scopeId, String nodeId) {
        return scopeId + " " + nodeId;
    }

    private static <T> T present(T part, String what, long id) {
        if (part == null) {
            throw new IllegalArgumentException("no open " + what + " " + id);
        }
        return part;
    }

    // ---- changing: events only; the version: whoever stores ----

    /** For the store: the copy now stands for the next version. */
    public void nextVersion() {
        version++;
    }

    void start(InstanceState newState, String person, Instant at) {
        state = Lifecycle.INSTANCE.next(state, newState);
        starter = person;
        startedAt = at;
    }

    /** @param department null leaves it as it is */
    void startedIn(String department) {
        standing = department == null ? standing : standing.startedIn(department);
    }

    void run() {
        state = Lifecycle.INSTANCE.next(state, InstanceState.RUNNING);
    }

    void end(InstanceState finalState, Instant at) {
        state = Lifecycle.INSTANCE.next(state, finalState);
        endedAt = at;
        standing = standing.moving();
        List.copyOf(arrivals.values()).forEach(a -> arrivals.remove(a.id()));
    }

    void suspend(boolean withParent, Instant at) {
        state = Lifecycle.INSTANCE.next(state, InstanceState.SUSPENDED);
        standing = standing.suspended(at, withParent);
        List.copyOf(items.values()).forEach(i -> replace(i.suspended(i.pauseAt(at, true, false))));
    }

    void resume(Instant at) {
        Duration pause = Duration.between(standing.suspendedAt(), at);
        state = Lifecycle.INSTANCE.next(state, InstanceState.RUNNING);
        standing = standing.moving();
        shift(this::isRunning, pause);
        items.values().stream().filter(i -> i.isSuspended() && i.pause().withInstance()).toList().forEach(i -> {
            replace(i.resumed(at));
            letTimersRun(i, at);
        });
    }

    void activate() {
        state = Lifecycle.INSTANCE.next(state, InstanceState.RUNNING);
        standing = standing.activated();
        reworked = true;
        endedAt = null;
    }

    void delete(boolean withParent) {
        standing = standing.deleted(state, withParent);
        state = Lifecycle.INSTANCE.next(state, InstanceState.DELETED);
    }

    void restore() {
        state = Lifecycle.INSTANCE.next(state, standing.deletedFrom());
        standing = standing.restored();
    }

    void shift(Predicate<Subscription> which, Duration pause) {
        subscriptions.values().stream().filter(s -> s.kind() == SubscriptionKind.TIMER).filter(which).toList()
                .forEach(s -> subscriptions.put(s.id(), s.later(pause)));
    }

    void suspendItem(long workItemId, Instant at) {
        WorkItem item = item(workItemId);
        boolean alone = itemsOf(item.nodeInstanceId()).size() == 1 && nodeInstance(item.nodeInstanceId()).round() == null;
        replace(item.suspended(item.pauseAt(at, false, alone)));
    }

    /** In a suspended instance it goes on with that; in a deleted one it keeps the state that it has now. */
    void resumeItem(long workItemId, Instant at) {
        WorkItem item = item(workItemId);
        if (standing.suspendedAt() != null) {
            replace(item.pausedWithInstance());
        } else {
            replace(item.resumed(at));
            letTimersRun(item, at);
        }
    }

    void letTimersRun(WorkItem item, Instant at) {
        if (item.isSuspended() && item.pause().timersToo()) {
            shift(s -> Long.valueOf(item.nodeInstanceId()).equals(s.nodeInstanceId()), Duration.between(item.pause().since(), at));
        }
    }

    void rework(List<String> nodes) {
        reworked = true;
        rewalked.addAll(nodes);
    }

    void set(Long scopeId, String name, Value value) {
        if (scopeId != null) {
            replace(nodeInstance(scopeId).with(name, value));
        } else if (value == null) {
            variables.remove(name);
        } else {
            variables.put(name, value);
        }
    }

    /**
     * The order of nodes may be another one in the new version, so that it is no longer known which were never visited. Whom the process
     * itself means as readers is to be found anew.
     */
    void migrate(long definitionId, Renaming names) {
        identity = identity.against(definitionId);
        reworked = true;
        List<String> walked = List.copyOf(rewalked);
        rewalked.clear();
        walked.forEach(n -> rewalked.add(names.node(n)));
        List<Onlookers> known = onlookers;
        onlookers = List.of();
        known.stream().filter(o -> o.nodeId() != null).map(o -> o.at(names.node(o.nodeId()))).forEach(this::add);
        tokens.changeAll(v -> v.renamed(names));
        List.copyOf(items.values()).forEach(i -> items.put(i.at(names.node(i.nodeId()))));
        List.copyOf(incidents.values()).forEach(i -> add(i.at(names.node(i.nodeId()))));
        List.copyOf(subscriptions.values()).forEach(s -> add(s.at(names.node(s.nodeId()))));
        List.copyOf(jobs.values()).forEach(j -> add(j.at(names.node(j.nodeId()))));
        List.copyOf(compensables.values()).forEach(c -> add(c.at(names.node(c.nodeId()))));
        Stream.of(deadlines, reached).forEach(all -> List.copyOf(all.values()).stream().filter(d -> d.nodeId() != null)
                .forEach(d -> all.put(d.id(), d.at(names.node(d.nodeId())))));
        List<JoinCycle> before = List.copyOf(cycles.values());
        before.forEach(c -> removeCycle(c.scopeId(), c.nodeId()));
        before.forEach(c -> replace(c.renamed(names)));
        List<SettledJoin> joins = List.copyOf(settled.values());
        joins.forEach(settled::remove);
        joins.forEach(j -> add(j.renamed(names)));
    }

    void add(Onlookers found) {
        Onlookers known = onlookers.stream().filter(found::isForTheSame).findFirst().map(o -> o.then(found)).orElse(found);
        onlookers = Stream.concat(onlookers.stream().filter(o -> !o.isForTheSame(found)), Stream.of(known)).toList();
    }

    void add(Branch branch) {
        tokens.add(branch);
    }

    void removeBranch(long branchId) {
        tokens.removeBranch(branchId);
    }

    void add(NodeInstance visit) {
        tokens.put(visit);
    }

    void replace(NodeInstance visit) {
        if (isActive(visit.id())) {
            tokens.put(visit);
        }
    }

    void removeNodeInstance(long nodeInstanceId) {
        Lifecycle.NODE_INSTANCE.next(nodeInstance(nodeInstanceId).state(), null);
        tokens.remove(nodeInstanceId);
    }

    void add(WorkItem item) {
        paused += item.pause() == null ? 0 : 1;
        items.put(item);
    }

    void replace(WorkItem item) {
        if (items.has(item.id())) {
            uncounted(item.id());
            add(item);
        }
    }

    /** Takes it out of the count of those that stand still; its place stays. */
    private WorkItem uncounted(long workItemId) {
        WorkItem item = items.get(workItemId);
        paused -= item.pause() == null ? 0 : 1;
        return item;
    }

    void close(long workItemId, WorkItemState finalState, Instant at) {
        Lifecycle.WORK_ITEM.next(item(workItemId).state(), finalState);
        letTimersRun(uncounted(workItemId), at);
        items.remove(workItemId);
    }

    void add(Incident incident) {
        incidents.put(incident);
    }

    Incident removeIncident(long incidentId) {
        return incidents.remove(incidentId);
    }

    void add(Subscription subscription) {
        subscriptions.put(subscription.id(), subscription);
    }

    /** Whoever works there has to be done by then: an item that has no deadline of its own has that of its visit. */
    void put(Deadline deadline) {
        deadlines.put(deadline.id(), deadline);
        if (deadline.workItemId() != null) {
            findItem(deadline.workItemId()).ifPresent(i -> replace(i.dueAt(deadline.dueAt())));
        } else if (deadline.nodeInstanceId() != null) {
            itemsOf(deadline.nodeInstanceId()).stream().filter(i -> deadlineOf(i.nodeInstanceId(), i.id()).isEmpty()).toList()
                    .forEach(i -> replace(i.dueAt(deadline.dueAt())));
        }
    }

    void removeDeadline(long deadlineId) {
        Deadline over = deadlines.remove(deadlineId);
        if (over != null && over.isAtMoment() && !over.reached().isEmpty()) {
            remember(over.waitingForNothing());
        }
    }

    /** What runs in a scope that is over never comes again: another visit of that has a scope of its own. */
    void remember(Deadline over) {
        List.copyOf(reached.values()).stream().filter(d -> over.isAgain(d) || d.scopeId() != null && !isActive(d.scopeId())).forEach(d -> reached.remove(d.id()));
        reached.put(over.id(), over);
        List.copyOf(reached.values()).stream().map(Deadline::id).sorted().limit(Math.max(0, reached.values().size() - MOST_REACHED)).forEach(reached::remove);
    }

    void removeSubscription(long subscriptionId) {
        subscriptions.remove(subscriptionId);
    }

    void repeat(long subscriptionId, Instant dueAt, int fired) {
        subscriptions.put(subscriptionId, present(subscriptions.get(subscriptionId), "subscription", subscriptionId).again(dueAt, fired));
    }

    void add(Job job) {
        jobs.put(job.id(), job);
    }

    void removeJob(long jobId) {
        jobs.remove(jobId);
    }

    void add(Arrival arrival) {
        arrivals.put(arrival.id(), arrival);
    }

    void removeArrival(long arrivalId) {
        arrivals.remove(arrivalId);
    }

    void add(Compensable done) {
        compensables.put(done);
    }

    void removeCompensable(long nodeInstanceId) {
        compensables.remove(nodeInstanceId);
    }

    void replace(JoinCycle cycle) {
        cycles.put(cycleKey(cycle.scopeId(), cycle.nodeId()), cycle);
    }

    void add(SettledJoin join) {
        settled.put(join, join);
    }

    void remove(SettledJoin join) {
        settled.remove(join);
    }

    void removeCycle(Long scopeId, String nodeId) {
        cycles.remove(cycleKey(scopeId, nodeId));
    }
}
