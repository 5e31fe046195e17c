package wf.instance;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.contract.InstanceState;
import wf.instance.InstanceSnapshot.Waiting;
import wf.value.Value;

/**
 * A process instance: what decisions are made from. It holds open branches, visits, work items and incidents and the
 * variables; history is elsewhere, so that its size does not grow with its age. A decision works on a {@link #copy()};
 * the parts are immutable, so a copy copies five small maps.
 */
public final class ProcessInstance {

    private InstanceIdentity identity;
    private InstanceState state;
    private String starter;
    private Instant startedAt;
    private Instant endedAt;
    private long version;
    private boolean reworked;
    private final Map<Long, Branch> branches;
    private final Map<Long, NodeInstance> nodeInstances;
    private final Map<Long, WorkItem> items;
    private final Map<Long, Incident> incidents;
    private final Map<String, Value> variables;
    private final Map<Long, Subscription> subscriptions;
    private final Map<Long, Job> jobs;
    private final Map<Long, Compensable> compensables;
    private final Map<String, JoinCycle> cycles;

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
        branches = new LinkedHashMap<>();
        nodeInstances = new LinkedHashMap<>();
        items = new LinkedHashMap<>();
        incidents = new LinkedHashMap<>();
        variables = new LinkedHashMap<>(stored.variables());
        subscriptions = new LinkedHashMap<>();
        jobs = new LinkedHashMap<>();
        compensables = new LinkedHashMap<>();
        cycles = new LinkedHashMap<>();
        stored.branches().forEach(this::add);
        stored.nodeInstances().forEach(this::add);
        stored.items().forEach(this::add);
        stored.incidents().forEach(this::add);
        stored.waiting().subscriptions().forEach(this::add);
        stored.waiting().jobs().forEach(this::add);
        stored.waiting().compensables().forEach(this::add);
        stored.waiting().cycles().forEach(this::replace);
    }

    private ProcessInstance(ProcessInstance original) {
        identity = original.identity;
        state = original.state;
        starter = original.starter;
        startedAt = original.startedAt;
        endedAt = original.endedAt;
        version = original.version;
        reworked = original.reworked;
        branches = new LinkedHashMap<>(original.branches);
        nodeInstances = new LinkedHashMap<>(original.nodeInstances);
        items = new LinkedHashMap<>(original.items);
        incidents = new LinkedHashMap<>(original.incidents);
        variables = new LinkedHashMap<>(original.variables);
        subscriptions = new LinkedHashMap<>(original.subscriptions);
        jobs = new LinkedHashMap<>(original.jobs);
        compensables = new LinkedHashMap<>(original.compensables);
        cycles = new LinkedHashMap<>(original.cycles);
    }

    public ProcessInstance copy() {
        return new ProcessInstance(this);
    }

    /** Everything that it is, for storing and comparing. */
    public InstanceSnapshot snapshot() {
        return new InstanceSnapshot(identity, state, starter, startedAt, endedAt, version, reworked, List.copyOf(branches.values()),
                List.copyOf(nodeInstances.values()), List.copyOf(items.values()), List.copyOf(incidents.values()),
                Collections.unmodifiableMap(new LinkedHashMap<>(variables)), waiting());
    }

    private Waiting waiting() {
        return new Waiting(List.copyOf(subscriptions.values()), List.copyOf(jobs.values()),
                List.copyOf(compensables.values()), List.copyOf(cycles.values()));
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

    /** Whether work was ever sent back, so that a node may be visited again without a loop in the model. */
    public boolean isReworked() {
        return reworked;
    }

    public Collection<Branch> branches() {
        return Collections.unmodifiableCollection(branches.values());
    }

    /** @throws IllegalArgumentException when the branch is not open */
    public Branch branch(long branchId) {
        return present(branches.get(branchId), "branch", branchId);
    }

    public boolean hasBranch(long branchId) {
        return branches.containsKey(branchId);
    }

    public Collection<NodeInstance> nodeInstances() {
        return Collections.unmodifiableCollection(nodeInstances.values());
    }

    /** @throws IllegalArgumentException when the visit is over */
    public NodeInstance nodeInstance(long nodeInstanceId) {
        return present(nodeInstances.get(nodeInstanceId), "node instance", nodeInstanceId);
    }

    public boolean isActive(long nodeInstanceId) {
        return nodeInstances.containsKey(nodeInstanceId);
    }

    public Collection<WorkItem> items() {
        return Collections.unmodifiableCollection(items.values());
    }

    public List<WorkItem> itemsOf(long nodeInstanceId) {
        return items.values().stream().filter(i -> i.nodeInstanceId() == nodeInstanceId).toList();
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

    /** Finished activities that can be undone, in the order in which they ended. */
    public Collection<Compensable> compensables() {
        return Collections.unmodifiableCollection(compensables.values());
    }

    /** The cycle of a complex gateway that has fired; empty while it waits to begin. */
    public Optional<JoinCycle> cycle(Long scopeId, String nodeId) {
        return Optional.ofNullable(cycles.get(cycleKey(scopeId, nodeId)));
    }

    public Collection<JoinCycle> cycles() {
        return Collections.unmodifiableCollection(cycles.values());
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
        state = newState;
        starter = person;
        startedAt = at;
    }

    void run() {
        state = InstanceState.RUNNING;
    }

    void end(InstanceState finalState, Instant at) {
        state = finalState;
        endedAt = at;
    }

    void rework() {
        reworked = true;
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

    void migrate(long definitionId, Map<String, String> nodes) {
        identity = identity.against(definitionId);
        nodeInstances.replaceAll((id, v) -> v.at(nodes.getOrDefault(v.nodeId(), v.nodeId())));
        items.replaceAll((id, i) -> i.at(nodes.getOrDefault(i.nodeId(), i.nodeId())));
    }

    void add(Branch branch) {
        branches.put(branch.id(), branch);
    }

    void removeBranch(long branchId) {
        branches.remove(branchId);
    }

    void add(NodeInstance visit) {
        nodeInstances.put(visit.id(), visit);
    }

    void replace(NodeInstance visit) {
        nodeInstances.replace(visit.id(), visit);
    }

    void removeNodeInstance(long nodeInstanceId) {
        nodeInstances.remove(nodeInstanceId);
    }

    void add(WorkItem item) {
        items.put(item.id(), item);
    }

    void replace(WorkItem item) {
        items.replace(item.id(), item);
    }

    void removeItem(long workItemId) {
        items.remove(workItemId);
    }

    void add(Incident incident) {
        incidents.put(incident.id(), incident);
    }

    Incident removeIncident(long incidentId) {
        return incidents.remove(incidentId);
    }

    void add(Subscription subscription) {
        subscriptions.put(subscription.id(), subscription);
    }

    void removeSubscription(long subscriptionId) {
        subscriptions.remove(subscriptionId);
    }

    void repeat(long subscriptionId, Instant dueAt, int fired) {
        subscriptions.computeIfPresent(subscriptionId, (id, s) -> new Subscription(id, s.nodeInstanceId(), s.nodeId(),
                s.ordinal(), s.kind(), s.name(), s.key(), dueAt, fired));
    }

    void add(Job job) {
        jobs.put(job.id(), job);
    }

    void removeJob(long jobId) {
        jobs.remove(jobId);
    }

    void add(Compensable done) {
        compensables.put(done.nodeInstanceId(), done);
    }

    void removeCompensable(long nodeInstanceId) {
        compensables.remove(nodeInstanceId);
    }

    void replace(JoinCycle cycle) {
        cycles.put(cycleKey(cycle.scopeId(), cycle.nodeId()), cycle);
    }

    void removeCycle(Long scopeId, String nodeId) {
        cycles.remove(cycleKey(scopeId, nodeId));
    }
}
