package wf.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import wf.definition.EventDefinition;
import wf.definition.Node;
import wf.instance.BranchTree;
import wf.instance.Compensable;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;
import wf.instance.TokenEvent.CompensationBegun;
import wf.instance.TokenEvent.NodeResumed;
import wf.instance.WaitEvent.CompensationDropped;
import wf.instance.WaitEvent.CompensationKept;
import wf.value.Value;

/**
 * Undoing what is done (BPMN 2.0.2 clause 13.5.5): finished activities are remembered as long as their scope; when
 * compensation is thrown, their handlers run one after another, the last finished activity first. A finished sub-process
 * without a handler of its own is undone by undoing what was done inside.
 */
public final class Compensations {

    private final Flow flow;
    private final ProcessInstance instance;
    private final BranchTree tree;

    public Compensations(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
        this.tree = new BranchTree(instance);
    }

    /** The visit's work is done; it is remembered when it could be undone. To have undone something is not undone again. */
    void keep(NodeInstance visit) {
        if (flow.nodeOf(visit).event().has(EventDefinition.Compensation.class)) {
            new Scopes(flow).forget(visit.id());
            return;
        }
        boolean whole = !new Loops(flow).isInstance(visit);
        boolean handled = whole && flow.definition().tree().compensationHandler(visit.nodeId()).isPresent();
        if (handled || !instance.compensablesIn(visit.id()).isEmpty()) {
            flow.emit(new CompensationKept(new Compensable(visit.id(), visit.nodeId(), tree.scopeOf(visit), visit.variables())));
        }
    }

    /** Begins to undo what the event at the visit, or the cancelled transaction, means. */
    public void begin(NodeInstance holder) {
        flow.emit(new CompensationBegun(holder.id()));
        goOn(flow.now(holder));
    }

    /** Begins to undo these on behalf of a visit to which work came back; then whoever did the work gets it again. */
    void beginFor(NodeInstance holder, List<Compensable> done) {
        List<Long> there = done.stream().map(Compensable::nodeInstanceId).filter(instance::hasCompensable).toList();
        if (!there.isEmpty()) {
            flow.emit(new CompensationDropped(there));
        }
        done.forEach(c -> flow.emit(new CompensationKept(new Compensable(c.nodeInstanceId(), c.nodeId(), holder.id(), c.variables()))));
        begin(holder);
    }

    /** Runs the next handler; when there is none left, the holder goes on. */
    public void goOn(NodeInstance holder) {
        Optional<Undoing> next = next(holder);
        if (next.isPresent()) {
            undo(next.get(), holder);
        } else if (flow.nodeOf(holder).type().equals("transaction")) {
            new Throwing(flow).cancelled(holder);
        } else if (flow.nodeOf(holder).isHuman()) {
            flow.emit(new NodeResumed(holder.id()));
            new Returning(flow).reopen(flow.now(holder));
        } else {
            flow.complete(holder);
        }
    }

    /** @param around variables of the finished sub-processes around it, as they were at their ends */
    private record Undoing(Compensable done, Map<String, Value> around) {

        Map<String, Value> variables() {
            Map<String, Value> all = new LinkedHashMap<>(around);
            all.putAll(done.variables());
            return all;
        }
    }

    private void undo(Undoing undoing, NodeInstance holder) {
        Compensable done = undoing.done();
        flow.emit(new CompensationDropped(List.of(done.nodeInstanceId())));
        Optional<Node> handler = flow.definition().tree().compensationHandler(done.nodeId());
        if (handler.isEmpty()) {
            goOn(holder);
        } else {
            flow.sentAs(holder);
            NodeInstance visit = flow.enter(new Scopes(flow).open(holder.id()).id(), handler.get(), null);
            new VariableWrites(flow).setOwn(visit, Throwing.optional(undoing.variables()));
            handOver(done, handler.get(), visit);
        }
    }

    /** What was done inside is undone by the handler: one that stands inside may throw compensation for it, else it is forgotten. */
    private void handOver(Compensable done, Node handler, NodeInstance visit) {
        List<Compensable> inside = instance.compensablesIn(done.nodeInstanceId());
        if (!handler.isEventSubProcess()) {
            new Scopes(flow).forget(done.nodeInstanceId());
        } else if (!inside.isEmpty()) {
            flow.emit(new CompensationDropped(inside.stream().map(Compensable::nodeInstanceId).toList()));
            inside.forEach(c -> flow.emit(new CompensationKept(new Compensable(c.nodeInstanceId(), c.nodeId(), visit.id(), c.variables()))));
        }
    }

    /** What is to be undone next: what has finished last. */
    private Optional<Undoing> next(NodeInstance holder) {
        String activity = flow.nodeOf(holder).event().of(EventDefinition.Compensation.class).stream()
                .map(EventDefinition.Compensation::activity).filter(Objects::nonNull).findFirst().orElse(null);
        return next(scopeOf(holder), activity, Map.of());
    }

    /** What was done inside something without a handler of its own is undone before that is. */
    private Optional<Undoing> next(Long scopeId, String activity, Map<String, Value> around) {
        List<Compensable> inScope = instance.compensablesIn(scopeId);
        for (int i = inScope.size() - 1; i >= 0; i--) {
            Compensable done = inScope.get(i);
            if (activity == null || activity.equals(done.nodeId())) {
                Undoing undoing = new Undoing(done, around);
                boolean whole = flow.definition().tree().compensationHandler(done.nodeId()).isPresent();
                return (whole ? Optional.<Undoing>empty() : next(done.nodeInstanceId(), null, undoing.variables())).or(() -> Optional.of(undoing));
            }
        }
        return Optional.empty();
    }

    /** The scope whose activities are meant: the transaction itself, else the one around the event and its event sub-process. */
    private Long scopeOf(NodeInstance holder) {
        if (flow.nodeOf(holder).type().equals("transaction") || flow.nodeOf(holder).isHuman()) {
            return holder.id();
        }
        Long scopeId = tree.scopeOf(holder);
        while (scopeId != null && isBesideItsScope(flow.nodeOf(instance.nodeInstance(scopeId)))) {
            scopeId = tree.scopeOf(instance.nodeInstance(scopeId));
        }
        return scopeId;
    }

    /** An event sub-process means the scope in which it started, but for one that compensates, which has taken it over. */
    private boolean isBesideItsScope(Node scope) {
        return scope.isEventSubProcess() && !flow.definition().tree().startOf(scope).event().has(EventDefinition.Compensation.class);
    }

    static boolean isUnderWay(NodeInstance holder) {
        return holder.state() == NodeInstanceState.COMPENSATING;
    }
}
