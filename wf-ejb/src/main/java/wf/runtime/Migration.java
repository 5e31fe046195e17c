package wf.runtime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.instance.Compensable;
import wf.instance.Incident;
import wf.instance.InstanceEvent.DefinitionMigrated;
import wf.instance.JoinCycle;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;
import wf.instance.TokenEvent.IncidentResolved;
import wf.instance.TokenEvent.NodeResumed;
import wf.instance.WaitEvent.CompensationDropped;
import wf.instance.WaitEvent.CycleEnded;

/**
 * An instance goes on against another version of its definition (D8): every token keeps its place, and what it waits for
 * there becomes what the new version says. An instance whose tokens have no such place is left alone, with all reasons.
 */
public final class Migration {

    private final VersionChange change;
    private final long definitionId;

    /**
     * @param definitionId of the version to go on against
     * @param nodes ids of nodes in the one version, with those in the other; what is not named keeps its id
     */
    public Migration(ProcessDefinition from, ProcessDefinition to, long definitionId, Map<String, String> nodes) {
        this.change = new VersionChange(from, to, nodes);
        this.definitionId = definitionId;
    }

    /** What the mapping names and the versions do not have; then no instance can be migrated. */
    public List<Rejection> unknown() {
        return change.unknown();
    }

    // ---- whether ----

    /** Why this instance cannot be migrated: everything that is in its way; empty when nothing is. */
    public List<Rejection> problems(ProcessInstance instance) {
        Set<Rejection> problems = new LinkedHashSet<>();
        instance.nodeInstances().forEach(v -> change.after(v.nodeId()).ifPresentOrElse(
                after -> compare(change.from().node(v.nodeId()), after, v, instance, problems),
                () -> problems.add(Rejection.of(ErrorCode.TARGET_INVALID, "MIGRATE_NODE_GONE", change.from().node(v.nodeId()).label()))));
        return List.copyOf(problems);
    }

    private void compare(Node before, Node after, NodeInstance visit, ProcessInstance instance, Set<Rejection> problems) {
        boolean waits = VersionChange.isWaiting(visit, instance);
        if (!before.type().equals(after.type()) || before.isEventSubProcess() != after.isEventSubProcess()
                || before.activity().forCompensation() != after.activity().forCompensation()) {
            problems.add(Rejection.of(ErrorCode.TARGET_INVALID, "MIGRATE_NODE_TYPE", before.label(), after.label()));
        } else if (!change.isSameScope(before, after)) {
            problems.add(Rejection.of(ErrorCode.TARGET_INVALID, "MIGRATE_NODE_SCOPE", before.label()));
        } else if (!waits && !VersionChange.manner(before).equals(VersionChange.manner(after))) {
            problems.add(Rejection.of(ErrorCode.TARGET_INVALID, "MIGRATE_NODE_MANNER", before.label()));
        } else if (waits && VersionChange.isGateway(after) && change.flow(before.id(), visit.viaFlow()).isEmpty()) {
            problems.add(Rejection.of(ErrorCode.TARGET_INVALID, "MIGRATE_JOIN_FLOW", before.label(), String.valueOf(visit.viaFlow())));
        }
    }

    // ---- what becomes of it ----

    /** Decided with the new version; only where there are no problems. */
    public void perform(Flow flow) {
        ProcessInstance instance = flow.instance();
        MigratedEvents events = new MigratedEvents(change, flow);
        events.closeUnfit();
        forgetWhatCannotBeUndone(flow);
        forgetCycles(flow);
        Map<Long, String> limited = new HashMap<>();
        instance.deadlines().forEach(d -> limited.put(d.id(), d.nodeId()));
        flow.emit(new DefinitionMigrated(definitionId, change.renaming(instance)));
        new Limits(flow).migrate(change.from(), limited);
        events.openMissing();
        wake(flow);
        flow.variablesChanged();
    }

    private void forgetWhatCannotBeUndone(Flow flow) {
        Set<Long> kept = new HashSet<>();
        List<Compensable> all = List.copyOf(flow.instance().compensables());
        all.stream().filter(c -> c.scopeId() == null || flow.instance().isActive(c.scopeId())).forEach(c -> keep(c, all, kept));
        List<Long> dropped = all.stream().map(Compensable::nodeInstanceId).filter(id -> !kept.contains(id)).toList();
        if (!dropped.isEmpty()) {
            flow.emit(new CompensationDropped(dropped));
        }
    }

    /** Something is kept that has its handler, or has something inside that is kept. */
    private boolean keep(Compensable done, List<Compensable> all, Set<Long> kept) {
        boolean fits = change.from().has(done.nodeId()) && change.after(done.nodeId())
                .filter(n -> change.isSameScope(change.from().node(done.nodeId()), n)).isPresent();
        boolean inside = false;
        for (Compensable inner : all) {
            inside |= fits && Objects.equals(inner.scopeId(), done.nodeInstanceId()) && keep(inner, all, kept);
        }
        boolean keeps = fits && (inside || change.to().tree().compensationHandler(change.id(done.nodeId())).isPresent());
        if (keeps) {
            kept.add(done.nodeInstanceId());
        }
        return keeps;
    }

    private void forgetCycles(Flow flow) {
        for (JoinCycle cycle : List.copyOf(flow.instance().cycles())) {
            Node before = change.from().node(cycle.nodeId());
            boolean fits = change.after(cycle.nodeId()).filter(n -> n.type().equals(before.type()) && change.isSameScope(before, n)).isPresent();
            if (!fits) {
                flow.emit(new CycleEnded(cycle.scopeId(), cycle.nodeId()));
            }
        }
    }

    /** Tokens that wait look again: what they wait for may have come, or may be wanted no longer. */
    private static void wake(Flow flow) {
        ProcessInstance instance = flow.instance();
        instance.incidents().stream().filter(i -> i.code().equals("STUCK_JOIN")).map(Incident::id).toList()
                .forEach(i -> flow.emit(new IncidentResolved(i, NodeInstanceState.WAITING)));
        instance.waitingVisits().stream().map(NodeInstance::id).toList().forEach(id -> {
            if (instance.isActive(id) && instance.nodeInstance(id).state() == NodeInstanceState.WAITING) {
                wake(instance.nodeInstance(id), flow);
            }
        });
    }

    private static void wake(NodeInstance visit, Flow flow) {
        Node node = flow.nodeOf(visit);
        if (VersionChange.isGateway(node)) {
            flow.types().of(node).enter(node, visit, flow);
        } else {
            if (node.activity().mutex() == null && node.activity().startQuantity() == 1) {
                flow.emit(new NodeResumed(visit.id()));
            }
            flow.again(visit);
        }
    }
}
