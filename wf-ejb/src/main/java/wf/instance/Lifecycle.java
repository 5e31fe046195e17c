package wf.instance;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import wf.contract.InstanceState;
import wf.contract.WorkItemState;
import wf.instance.InstanceEvent.DraftReleased;
import wf.instance.InstanceEvent.InstanceActivated;
import wf.instance.InstanceEvent.InstanceDeleted;
import wf.instance.InstanceEvent.InstanceEnded;
import wf.instance.InstanceEvent.InstanceRestored;
import wf.instance.InstanceEvent.InstanceResumed;
import wf.instance.InstanceEvent.InstanceStarted;
import wf.instance.InstanceEvent.InstanceSuspended;
import wf.instance.TokenEvent.CompensationBegun;
import wf.instance.TokenEvent.IncidentRaised;
import wf.instance.TokenEvent.IncidentResolved;
import wf.instance.TokenEvent.JoinReached;
import wf.instance.TokenEvent.Joined;
import wf.instance.TokenEvent.NodeCancelled;
import wf.instance.TokenEvent.NodeEntered;
import wf.instance.TokenEvent.NodeLeft;
import wf.instance.TokenEvent.NodeResumed;
import wf.instance.TokenEvent.ReturnAwaited;
import wf.instance.WorkItemEvent.WorkItemClaimed;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.instance.WorkItemEvent.WorkItemCreated;
import wf.instance.WorkItemEvent.WorkItemResumed;
import wf.instance.WorkItemEvent.WorkItemSuspended;
import wf.instance.WorkItemEvent.WorkItemHeld;
import wf.instance.WorkItemEvent.WorkItemReleased;
import wf.instance.WorkItemEvent.WorkItemUnclaimed;

/**
 * The states of a thing and how it gets from one to the next, as a table. Events go by it when they are applied, the
 * diagrams of the documentation are made of it, and a test fails when a line was never taken. A line that only operations
 * of the future take stands here when they do.
 */
public final class Lifecycle<S extends Enum<S>> {

    /**
     * One line.
     *
     * @param from null before it begins
     * @param to null after it is gone
     * @param by the events that make it so
     */
    public record Transition<S>(S from, S to, Set<Class<? extends Event>> by) {
        public Transition {
            by = Set.copyOf(by);
        }
    }

    public static final Lifecycle<InstanceState> INSTANCE = new Lifecycle<>("instance", List.of(
            line(null, InstanceState.DRAFT, InstanceStarted.class),
            line(null, InstanceState.RUNNING, InstanceStarted.class),
            line(InstanceState.DRAFT, InstanceState.RUNNING, DraftReleased.class),
            line(InstanceState.DRAFT, InstanceState.COMPLETED, InstanceEnded.class),
            line(InstanceState.DRAFT, InstanceState.TERMINATED, InstanceEnded.class),
            line(InstanceState.RUNNING, InstanceState.SUSPENDED, InstanceSuspended.class),
            line(InstanceState.RUNNING, InstanceState.COMPLETED, InstanceEnded.class),
            line(InstanceState.RUNNING, InstanceState.TERMINATED, InstanceEnded.class),
            line(InstanceState.RUNNING, InstanceState.WITHDRAWN, InstanceEnded.class),
            line(InstanceState.SUSPENDED, InstanceState.RUNNING, InstanceResumed.class),
            line(InstanceState.SUSPENDED, InstanceState.TERMINATED, InstanceEnded.class),
            line(InstanceState.SUSPENDED, InstanceState.WITHDRAWN, InstanceEnded.class),
            line(InstanceState.COMPLETED, InstanceState.RUNNING, InstanceActivated.class),
            line(InstanceState.TERMINATED, InstanceState.RUNNING, InstanceActivated.class),
            line(InstanceState.WITHDRAWN, InstanceState.RUNNING, InstanceActivated.class),
            line(InstanceState.DRAFT, InstanceState.DELETED, InstanceDeleted.class),
            line(InstanceState.RUNNING, InstanceState.DELETED, InstanceDeleted.class),
            line(InstanceState.SUSPENDED, InstanceState.DELETED, InstanceDeleted.class),
            line(InstanceState.COMPLETED, InstanceState.DELETED, InstanceDeleted.class),
            line(InstanceState.TERMINATED, InstanceState.DELETED, InstanceDeleted.class),
            line(InstanceState.WITHDRAWN, InstanceState.DELETED, InstanceDeleted.class),
            line(InstanceState.DELETED, InstanceState.DRAFT, InstanceRestored.class),
            line(InstanceState.DELETED, InstanceState.RUNNING, InstanceRestored.class),
            line(InstanceState.DELETED, InstanceState.SUSPENDED, InstanceRestored.class),
            line(InstanceState.DELETED, InstanceState.COMPLETED, InstanceRestored.class),
            line(InstanceState.DELETED, InstanceState.TERMINATED, InstanceRestored.class),
            line(InstanceState.DELETED, InstanceState.WITHDRAWN, InstanceRestored.class)));

    /** The instance does not know which of its items were opened (§0.5): OPENED counts as READY here. */
    public static final Lifecycle<WorkItemState> WORK_ITEM = new Lifecycle<>("work item", List.of(
            line(null, WorkItemState.READY, WorkItemCreated.class),
            line(null, WorkItemState.OFFERED, WorkItemCreated.class),
            line(WorkItemState.OFFERED, WorkItemState.READY, WorkItemClaimed.class),
            line(WorkItemState.READY, WorkItemState.OFFERED, WorkItemUnclaimed.class),
            line(WorkItemState.READY, WorkItemState.SUBMITTED, WorkItemClosed.class),
            line(WorkItemState.READY, WorkItemState.RETURNED, WorkItemClosed.class),
            line(WorkItemState.READY, WorkItemState.TAKEN_BACK, WorkItemClosed.class),
            line(WorkItemState.OFFERED, WorkItemState.TAKEN_BACK, WorkItemClosed.class),
            line(WorkItemState.READY, WorkItemState.SKIPPED, WorkItemClosed.class),
            line(WorkItemState.OFFERED, WorkItemState.SKIPPED, WorkItemClosed.class),
            line(WorkItemState.READY, WorkItemState.CANCELLED, WorkItemClosed.class),
            line(WorkItemState.READY, WorkItemState.TRANSFERRED, WorkItemClosed.class),
            line(WorkItemState.READY, WorkItemState.REPLACED, WorkItemClosed.class),
            line(WorkItemState.OFFERED, WorkItemState.CANCELLED, WorkItemClosed.class),
            line(null, WorkItemState.WAITING, WorkItemCreated.class),
            line(WorkItemState.READY, WorkItemState.WAITING, WorkItemHeld.class),
            line(WorkItemState.WAITING, WorkItemState.READY, WorkItemReleased.class),
            line(WorkItemState.WAITING, WorkItemState.REPLACED, WorkItemClosed.class),
            line(WorkItemState.WAITING, WorkItemState.CANCELLED, WorkItemClosed.class),
            line(WorkItemState.READY, WorkItemState.SUSPENDED, WorkItemSuspended.class, InstanceSuspended.class),
            line(WorkItemState.OFFERED, WorkItemState.SUSPENDED, InstanceSuspended.class),
            line(WorkItemState.SUSPENDED, WorkItemState.READY, WorkItemResumed.class, InstanceResumed.class),
            line(WorkItemState.SUSPENDED, WorkItemState.OFFERED, InstanceResumed.class),
            line(WorkItemState.SUSPENDED, WorkItemState.CANCELLED, WorkItemClosed.class),
            line(WorkItemState.READY, WorkItemState.WITHDRAWN, WorkItemClosed.class),
            line(WorkItemState.OFFERED, WorkItemState.WITHDRAWN, WorkItemClosed.class),
            line(WorkItemState.SUSPENDED, WorkItemState.WITHDRAWN, WorkItemClosed.class),
            line(WorkItemState.WAITING, WorkItemState.WITHDRAWN, WorkItemClosed.class),
            line(WorkItemState.WAITING, WorkItemState.SUSPENDED, InstanceSuspended.class),
            line(WorkItemState.SUSPENDED, WorkItemState.WAITING, InstanceResumed.class),
            line(WorkItemState.SUSPENDED, WorkItemState.REPLACED, WorkItemClosed.class),
            line(null, WorkItemState.SUSPENDED, WorkItemCreated.class)));

    public static final Lifecycle<NodeInstanceState> NODE_INSTANCE = new Lifecycle<>("node instance", List.of(
            line(null, NodeInstanceState.ACTIVE, NodeEntered.class),
            line(NodeInstanceState.ACTIVE, NodeInstanceState.WAITING, JoinReached.class),
            line(NodeInstanceState.ACTIVE, NodeInstanceState.COMPENSATING, CompensationBegun.class),
            line(NodeInstanceState.ACTIVE, NodeInstanceState.INCIDENT, IncidentRaised.class),
            line(NodeInstanceState.ACTIVE, null, NodeLeft.class, NodeCancelled.class),
            line(NodeInstanceState.ACTIVE, NodeInstanceState.RETURNED, ReturnAwaited.class),
            line(NodeInstanceState.RETURNED, null, NodeCancelled.class),
            line(NodeInstanceState.COMPENSATING, NodeInstanceState.ACTIVE, NodeResumed.class),
            line(NodeInstanceState.WAITING, NodeInstanceState.ACTIVE, NodeResumed.class, Joined.class),
            line(NodeInstanceState.WAITING, NodeInstanceState.INCIDENT, IncidentRaised.class),
            line(NodeInstanceState.WAITING, null, Joined.class, NodeLeft.class, NodeCancelled.class),
            line(NodeInstanceState.COMPENSATING, NodeInstanceState.INCIDENT, IncidentRaised.class),
            line(NodeInstanceState.COMPENSATING, null, NodeLeft.class, NodeCancelled.class),
            line(NodeInstanceState.INCIDENT, NodeInstanceState.ACTIVE, IncidentResolved.class),
            line(NodeInstanceState.INCIDENT, NodeInstanceState.WAITING, IncidentResolved.class)));

    private final String of;
    private final List<Transition<S>> transitions;

    private Lifecycle(String of, List<Transition<S>> transitions) {
        this.of = of;
        this.transitions = transitions;
    }

    @SafeVarargs
    private static <S> Transition<S> line(S from, S to, Class<? extends Event>... by) {
        return new Transition<>(from, to, new LinkedHashSet<>(Arrays.asList(by)));
    }

    /** What it is the life of. */
    public String of() {
        return of;
    }

    public List<Transition<S>> transitions() {
        return transitions;
    }

    /** States in which there is nothing more to come. */
    public Set<S> finals() {
        Set<S> reached = transitions.stream().map(Transition::to).collect(Collectors.toCollection(LinkedHashSet::new));
        transitions.forEach(t -> reached.remove(t.from()));
        reached.remove(null);
        return reached;
    }

    /**
     * The state after a transition; to stay in a state is none. That the table has it is asserted where assertions are on,
     * as in all tests; what is stored is not worth losing over a line that is missing here.
     */
    S next(S from, S to) {
        assert has(from, to) : "no " + of + " goes from " + from + " to " + to;
        return to;
    }

    private boolean has(S from, S to) {
        S known = from == WorkItemState.OPENED ? ready() : from;
        return known == to || transitions.stream().anyMatch(t -> t.from() == known && t.to() == to);
    }

    /** An item that a row says was opened is a ready one to the instance (§0.5). */
    @SuppressWarnings("unchecked")
    private S ready() {
        return (S) WorkItemState.READY;
    }
}
