package wf.runtime;

import java.util.List;
import java.util.Objects;
import wf.contract.InstanceState;
import wf.definition.Node;
import wf.instance.Branch;
import wf.instance.BranchEnd;
import wf.instance.BranchTree;
import wf.instance.Compensable;
import wf.instance.InstanceEvent.InstanceEnded;
import wf.instance.JoinCycle;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.instance.TokenEvent.BranchEnded;
import wf.instance.TokenEvent.BranchOpened;
import wf.instance.TokenEvent.NodeCancelled;
import wf.instance.WaitEvent.CompensationDropped;
import wf.instance.WaitEvent.CycleEnded;
import wf.instance.WaitEvent.JoinForgotten;

/**
 * Scopes: the process itself, and every visit inside which tokens run, such as a sub-process. A scope begins with a
 * branch for each of its starts, lives while one of its branches does, and is done with the last of them.
 */
public final class Scopes {

    private final Flow flow;
    private final ProcessInstance instance;

    public Scopes(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
    }

    /** Begins the process at its none starts. */
    public void beginProcess() {
        if (isOpen()) {
            flow.definition().noneStarts().forEach(s -> flow.enter(open(null).id(), s, null));
        }
    }

    /**
     * Begins the process where an event starts it.
     *
     * @param start the start event, the receiving task, or the gateway before the event
     * @param event what has happened: the start itself, or the event behind the gateway
     */
    public void beginProcess(Node start, Node event) {
        if (isOpen()) {
            flow.types().of(start).startedBy(start, flow.put(open(null).id(), start, null), event, flow);
        }
    }

    /** Opens the process; false when it may not begin, or when something that waited for it goes on instead. */
    private boolean isOpen() {
        boolean may = new Mappings(flow).initials() && (new Listeners(flow).toldOfProcess("start") || !flow.isRefused());
        if (may) {
            new Subscriptions(flow).openScope(null, null);
        }
        return may && !isTakenOver(null);
    }

    /** The process goes on after its end; false when an event sub-process whose condition holds goes on instead. */
    boolean reopen() {
        new Subscriptions(flow).openScope(null, null);
        return !isTakenOver(null);
    }

    /** Begins the inside of a visit at these nodes; false when it cannot, or when something goes on inside already. */
    public boolean begin(NodeInstance visit, List<Node> starts) {
        boolean goesOn = !isDone(visit.id());
        new Subscriptions(flow).openScope(visit.id(), visit.nodeId());
        if (goesOn || flow.isStopped(visit) || isTakenOver(visit.id())) {
            return false;
        }
        flow.sentAs(visit);
        starts.forEach(s -> flow.enter(open(visit.id()).id(), s, null));
        return true;
    }

    /** Whether an event sub-process whose condition held from the beginning runs in place of the rest. */
    boolean isTakenOver(Long scopeId) {
        String scope = scopeId == null ? null : instance.nodeInstance(scopeId).nodeId();
        return !flow.definition().tree().eventSubProcesses(scope).isEmpty() && new BranchTree(instance).tokensIn(scopeId).stream().map(flow::nodeOf)
                .anyMatch(n -> n.isEventSubProcess() && flow.definition().tree().startOf(n).event().interrupting());
    }

    /** A further branch at the top of the scope. */
    public Branch open(Long scopeId) {
        return open(scopeId, new BranchTree(instance).countTop(scopeId) + 1);
    }

    /** @param ordinal its place among the branches of the scope, from 1 */
    Branch open(Long scopeId, int ordinal) {
        Long parentId = scopeId == null ? null : instance.nodeInstance(scopeId).branchId();
        return opened(new Branch(flow.facts().newId(), parentId, scopeId, ordinal, scopeId));
    }

    /** A further branch beside the one whose token is at the visit. */
    public Branch beside(NodeInstance visit) {
        Branch branch = instance.branch(visit.branchId());
        int ordinal = new BranchTree(instance).nextOrdinal(branch.parentId());
        return opened(new Branch(flow.facts().newId(), branch.parentId(), visit.id(), ordinal, branch.scopeId()));
    }

    private Branch opened(Branch branch) {
        flow.emit(new BranchOpened(branch));
        return branch;
    }

    /** A branch at the top of the scope has ended: the node that holds the scope says what follows. */
    void branchEnded(Long scopeId) {
        if (scopeId != null) {
            NodeInstance holder = instance.nodeInstance(scopeId);
            Node node = flow.nodeOf(holder);
            if (holder.progress() != null) {
                new Loops(flow).goOn(holder);
            } else {
                flow.types().of(node).branchEnded(node, holder, flow);
            }
        } else if (isDone(null)) {
            endProcess(InstanceState.COMPLETED, null);
        }
    }

    /** Whether no token is left inside. */
    public boolean isDone(Long scopeId) {
        return new BranchTree(instance).countTop(scopeId) == 0;
    }

    /** Ends all that goes on inside the visit, or in the whole process. */
    public void clear(Long scopeId) {
        BranchTree tree = new BranchTree(instance);
        for (Branch branch : tree.content(scopeId)) {
            tree.tokenOf(branch.id()).ifPresent(this::drop);
            flow.emit(new BranchEnded(branch.id(), BranchEnd.CANCELLED));
        }
    }

    private void drop(NodeInstance visit) {
        new Activities(flow).drop(visit);
        flow.emit(new NodeCancelled(visit.id(), visit.nodeId(), BranchEnd.CANCELLED, flow.facts().now()));
    }

    /** What the scope remembers is of no use any more. */
    void forget(Long scopeId) {
        List<Long> done = instance.compensablesIn(scopeId).stream().map(Compensable::nodeInstanceId).toList();
        if (!done.isEmpty()) {
            flow.emit(new CompensationDropped(done));
            done.forEach(this::forget);
        }
        forgetCycles(scopeId);
    }

    void forgetCycles(Long scopeId) {
        instance.cycles().stream().filter(c -> Objects.equals(c.scopeId(), scopeId)).map(JoinCycle::nodeId).toList()
                .forEach(n -> flow.emit(new CycleEnded(scopeId, n)));
        instance.settled().stream().filter(j -> Objects.equals(j.scopeId(), scopeId)).toList().forEach(j -> flow.emit(new JoinForgotten(j)));
    }

    /** Ends the scope early and as a whole: the process, or the sub-process, which then is done. */
    public void terminate(Long scopeId) {
        clear(scopeId);
        if (scopeId == null) {
            endProcess(InstanceState.COMPLETED, null);
        } else {
            flow.complete(instance.nodeInstance(scopeId));
        }
    }

    /** Ends the process, whatever still goes on in it. */
    public void endAll(InstanceState state, String reason) {
        clear(null);
        endProcess(state, reason);
    }

    /** Work goes back out of the process into the one that called it: whatever still goes on here is given up. */
    public void leave(ReturnOut to) {
        clear(null);
        endProcess(InstanceState.TERMINATED, "return", ReturnOut.TOLD, to.text());
    }

    /** The process has failed with an error of the model that nobody in it catches. */
    void fail(String code) {
        clear(null);
        endProcess(InstanceState.TERMINATED, "error " + code, "ERROR", code);
    }

    private void endProcess(InstanceState state, String reason) {
        endProcess(state, reason, state.name(), reason);
    }

    private void endProcess(InstanceState state, String reason, String told, String detail) {
        new Listeners(flow).toldOfProcess("end", state == InstanceState.COMPLETED);
        new Subscriptions(flow).closeAll(null);
        forget(null);
        instance.compensables().stream().map(Compensable::scopeId).distinct().toList().forEach(this::forget);
        flow.emit(new InstanceEnded(state, reason, flow.facts().now()));
        new Jobs(flow).tellParent(told, detail);
    }
}
