package wf.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.Vote;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.instance.ConsultationEvent.ConsultationsHandedOver;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.Pause;
import wf.instance.Terms;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemClaimed;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.instance.WorkItemEvent.WorkItemCreated;

/** Creating and closing work items, the same way for every node type and operation; listeners of the node are told of it. */
public final class WorkItems {

    /** The longest name of one candidate, and of all together, in characters. */
    private static final int MAX_CANDIDATE = 120;
    private static final int MAX_CANDIDATES = 4_000;

    private final Flow flow;

    public WorkItems(Flow flow) {
        this.flow = flow;
    }

    /** An item for this person. */
    public void assign(NodeInstance visit, WorkItemKind kind, String owner) {
        create(visit, kind, WorkItemState.READY, owner, List.of(), null);
    }

    /** An item for whom somebody at work here asks, by the item that asks. */
    void ask(NodeInstance visit, WorkItemKind kind, String owner, long askedBy) {
        create(visit, kind, WorkItemState.READY, owner, List.of(), askedBy);
    }

    /** One item for whichever of the candidates takes it (§0.4b). More of them than an item can name are refused. */
    public void offer(NodeInstance visit, List<String> candidates) {
        if (candidates.stream().anyMatch(c -> c.length() > MAX_CANDIDATE) || String.join(",", candidates).length() > MAX_CANDIDATES) {
            flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "CANDIDATES", flow.nodeOf(visit).label()));
            return;
        }
        create(visit, WorkItemKind.MAIN, WorkItemState.OFFERED, null, candidates, null);
    }

    /** Listeners are told before, so that nobody gets work at a node at which one of them failed. */
    private void create(NodeInstance visit, WorkItemKind kind, WorkItemState state, String owner, List<String> candidates, Long askedBy) {
        Listeners listeners = new Listeners(flow);
        WorkTerms work = new WorkTerms(flow, visit, owner);
        Optional<Terms> terms = stands(visit) ? work.of(flow.nodeOf(visit).settings().work()) : Optional.empty();
        boolean told = terms.isPresent() && listeners.toldOfWork(visit, "create") && (owner == null || listeners.toldOfWork(visit, "assignment"));
        if (told) {
            boolean suspended = flow.instance().state() == InstanceState.SUSPENDED;
            WorkItem item = new WorkItem(flow.facts().newId(), visit.id(), visit.branchId(), visit.nodeId(),
                    kind, suspended ? WorkItemState.SUSPENDED : state, owner, candidates, flow.facts().now(), terms.get(), askedBy,
                    suspended ? new Pause(state, flow.clock(), true, false) : null);
            flow.emit(new WorkItemCreated(item));
            new Limits(flow).begin(item, work.due());
        } else if (flow.instance().isActive(visit.id())) {
            cancelAll(visit);
        }
    }

    private boolean stands(NodeInstance visit) {
        return !flow.isRefused() && flow.instance().isActive(visit.id()) && flow.now(visit).state() != NodeInstanceState.INCIDENT;
    }

    /** One of the candidates takes the item. */
    public void claim(WorkItem item, String person) {
        flow.emit(new WorkItemClaimed(item.id(), person));
        new Listeners(flow).toldOfWork(flow.instance().nodeInstance(item.nodeInstanceId()), "assignment");
    }

    /** The actor has handled the item; false when a listener has something against it. */
    public boolean handled(WorkItem item, WorkItemState state) {
        return handled(item, state, null);
    }

    /** @param vote with which he closes it; null without one */
    boolean handled(WorkItem item, WorkItemState state, Vote vote) {
        NodeInstance visit = flow.instance().nodeInstance(item.nodeInstanceId());
        boolean done = state == WorkItemState.SUBMITTED;
        if (done && !new Listeners(flow).toldOfWork(visit, "complete")) {
            return false;
        }
        flow.emit(new WorkItemClosed(item.id(), state, flow.facts().actor().id(), flow.facts().now(), vote, flow.actsIn()));
        if (!done) {
            new Listeners(flow).toldInPassing(visit, "delete");
        }
        return true;
    }

    /** Whoever sent the work has taken it back, and those whom its holder had asked are asked no longer. */
    public void withdraw(WorkItem item) {
        close(item, WorkItemState.WITHDRAWN);
    }

    /**
     * The work goes to another: his is a new item on the same terms, without what was typed so far. Those whom its holder
     * has asked answer to the new one.
     *
     * @param handledBy who counts as having handled the old one; null for nobody
     * @return false when a listener has something against it
     */
    public boolean pass(WorkItem item, WorkItemState closedAs, String handledBy, String to) {
        NodeInstance visit = flow.instance().nodeInstance(item.nodeInstanceId());
        if (!new Listeners(flow).toldOfWork(visit, "assignment")) {
            return false;
        }
        WorkItem next = item.passedTo(to, flow.facts().newId(), flow.facts().now());
        Limits limits = new Limits(flow);
        Map<Long, Instant> stood = limits.stoodSince();
        flow.emit(new WorkItemClosed(item.id(), closedAs, handledBy, flow.facts().now()));
        flow.emit(new WorkItemCreated(next));
        limits.passed(item, next, stood);
        if (!visit.askedFrom(item.id()).isEmpty()) {
            flow.emit(new ConsultationsHandedOver(visit.id(), item.id(), next.id(), to));
        }
        return true;
    }

    /** The actor has done his part, and another goes on with the work at the same node. */
    public void handOn(WorkItem item, String to) {
        if (new Listeners(flow).toldOfWork(flow.instance().nodeInstance(item.nodeInstanceId()), "complete")) {
            pass(item, WorkItemState.SUBMITTED, flow.facts().actor().id(), to);
        }
    }

    /** The item is needless now. */
    public void cancel(WorkItem item) {
        close(item, WorkItemState.CANCELLED);
    }

    /** The item ends because of somebody else's act, and with it those of whom its holder had asked. */
    public void close(WorkItem item, WorkItemState state) {
        if (flow.instance().findItem(item.id()).isEmpty()) {
            return;
        }
        NodeInstance visit = flow.instance().nodeInstance(item.nodeInstanceId());
        flow.emit(new WorkItemClosed(item.id(), state, null, flow.facts().now()));
        new Consultations(flow).forget(visit, item.id());
        new Listeners(flow).toldInPassing(visit, "delete");
    }

    /** All items of the visit are needless now. */
    public void cancelAll(NodeInstance visit) {
        flow.instance().itemsOf(visit.id()).forEach(this::cancel);
    }
}
