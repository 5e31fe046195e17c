package wf.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import wf.definition.EventDefinition;
import wf.definition.Node;
import wf.instance.BranchEnd;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.instance.Subscription;
import wf.instance.SubscriptionKind;
import wf.instance.WaitEvent.SubscriptionClosed;
import wf.instance.WaitEvent.SubscriptionOpened;
import wf.instance.WaitEvent.TimerRepeated;
import wf.rule.Evaluation;
import wf.value.Value;

/**
 * What an instance waits for. A subscription is held by the visit in whose time the event counts: the catching event
 * itself, the activity with the boundary, the gateway, or the scope that holds an event sub-process.
 */
public final class Subscriptions {

    private final Flow flow;
    private final ProcessInstance instance;

    public Subscriptions(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
    }

    // ---- opening ----

    /** The events on the boundary of an activity that is about to begin. */
    void openBoundaries(Node node, NodeInstance visit) {
        flow.definition().tree().boundaries(node.id()).stream()
                .filter(b -> b.event().interrupting() || !flow.isRetried(visit)).forEach(b -> openOnce(visit.id(), b, visit));
    }

    /** The events that start event sub-processes of the scope; null is the process. */
    void openScope(Long scopeId, String scopeNodeId) {
        NodeInstance holder = scopeId == null ? null : instance.nodeInstance(scopeId);
        for (Node eventSubProcess : flow.definition().tree().eventSubProcesses(scopeNodeId)) {
            openOnce(scopeId, flow.definition().tree().startOf(eventSubProcess), holder);
        }
    }

    /** What the event itself waits for, at its own visit or at the gateway before it. */
    public void open(NodeInstance holder, Node event) {
        openOnce(holder.id(), event, holder);
    }

    /** The same in the time of the visit, or of the process where it is null. */
    void open(Long holderId, Node event) {
        openOnce(holderId, event, holderId == null ? null : instance.nodeInstance(holderId));
    }

    /** Where something of it failed before and is tried again, only what is not open yet. */
    private void openOnce(Long holderId, Node event, NodeInstance sees) {
        for (int i = 0; i < event.event().definitions().size(); i++) {
            if (!isOpen(holderId, event, i) && (sees == null || !flow.isStopped(sees))) {
                open(holderId, event, i, sees);
            }
        }
    }

    private boolean isOpen(Long holderId, Node event, int ordinal) {
        return instance.subscriptions().stream().anyMatch(s -> Objects.equals(s.nodeInstanceId(), holderId)
                && s.nodeId().equals(event.id()) && s.ordinal() == ordinal);
    }

    private void open(Long holderId, Node event, int ordinal, NodeInstance sees) {
        EventDefinition definition = event.event().definitions().get(ordinal);
        if (definition instanceof EventDefinition.Timer timer) {
            due(timer, sees).ifPresent(at -> add(holderId, event, ordinal, SubscriptionKind.TIMER, null, null, at));
        } else if (definition instanceof EventDefinition.Message message) {
            correlation(message, sees).ifPresent(key ->
                    add(holderId, event, ordinal, SubscriptionKind.MESSAGE, message.name(), key.isEmpty() ? null : key, null));
        } else if (definition instanceof EventDefinition.Signal signal) {
            add(holderId, event, ordinal, SubscriptionKind.SIGNAL, signal.name(), null, null);
        } else if (definition instanceof EventDefinition.Condition) {
            Subscription added = add(holderId, event, ordinal, SubscriptionKind.CONDITION, null, null, null);
            look(added);
        }
    }

    private Subscription add(Long holderId, Node event, int ordinal, SubscriptionKind kind, String name, String key, Instant dueAt) {
        Subscription subscription = new Subscription(flow.facts().newId(), holderId, event.id(), ordinal, kind, name, key, dueAt, 0);
        flow.emit(new SubscriptionOpened(subscription));
        return subscription;
    }

    /** A delay of a node's own: its visit is completed when it is over. */
    public void openDelay(NodeInstance visit, EventDefinition.Timer timer) {
        due(timer, visit).ifPresent(at -> add(visit.id(), flow.nodeOf(visit), 0, SubscriptionKind.TIMER, null, null, at));
    }

    private Optional<Instant> due(EventDefinition.Timer timer, NodeInstance sees) {
        return new Timers(flow).first(timer, sees);
    }

    /** The correlation key, empty where the name alone decides. */
    Optional<String> correlation(EventDefinition.Message message, NodeInstance sees) {
        if (message.key() == null) {
            return Optional.of("");
        }
        Evaluation<Object> key = flow.facts().expressions().value(message.key(), new Variables(flow).at(sees));
        if (key.isError()) {
            new Throwing(flow).failed(sees, key);
            return Optional.empty();
        }
        return Optional.of(key.value() == null ? "" : key.value().toString());
    }

    // ---- closing ----

    /** Nothing of what the visit holds is waited for any longer; null: of what the process holds. */
    void closeAll(Long holderId) {
        instance.subscriptions().stream().filter(s -> Objects.equals(s.nodeInstanceId(), holderId)).toList()
                .forEach(s -> close(s, false));
    }

    void close(Subscription subscription, boolean happened) {
        flow.emit(new SubscriptionClosed(subscription.id(), subscription.kind(), happened));
    }

    // ---- happening ----

    /** What was waited for has happened. Variables that came with it are written where the event stands. */
    public void happened(Subscription subscription, Map<String, Optional<Value>> payload) {
        Node event = flow.definition().node(subscription.nodeId());
        boolean more = remains(subscription, event);
        if (!event.event().all()) {
            goOn(subscription, event, payload, more);
        } else if (!hasOthers(subscription)) {
            goOn(subscription, event, payload, false);
        } else {
            new VariableWrites(flow).setAll(holderOf(subscription), payload);
        }
    }

    private boolean hasOthers(Subscription subscription) {
        return instance.subscriptions().stream().anyMatch(s -> isBeside(s, subscription));
    }

    private static boolean isBeside(Subscription one, Subscription other) {
        return one.id() != other.id() && one.nodeId().equals(other.nodeId())
                && Objects.equals(one.nodeInstanceId(), other.nodeInstanceId());
    }

    private NodeInstance holderOf(Subscription subscription) {
        return subscription.nodeInstanceId() == null ? null : instance.nodeInstance(subscription.nodeInstanceId());
    }

    /** Whether it may happen again: a repeating timer, or an event that interrupts nothing. */
    private boolean remains(Subscription subscription, Node event) {
        Optional<Instant> next = subscription.kind() == SubscriptionKind.TIMER
                ? new Timers(flow).next(subscription, event, holderOf(subscription)) : Optional.empty();
        boolean endsWork = event.event().interrupting() || isCaughtInFlow(event);
        if (next.isPresent() && (!endsWork || isCaughtInFlow(event))) {
            flow.emit(new TimerRepeated(subscription.id(), next.get(), subscription.fired() + 1));
            return true;
        } else if (subscription.kind() == SubscriptionKind.TIMER || endsWork || event.event().all()) {
            close(subscription, true);
            return false;
        }
        return true;
    }

    /** Neither on a boundary nor the start of an event sub-process: the token waits at the event itself. */
    private static boolean isCaughtInFlow(Node event) {
        return event.event().attachedTo() == null && !event.type().equals("startEvent");
    }

    private void goOn(Subscription subscription, Node event, Map<String, Optional<Value>> payload, boolean more) {
        NodeInstance holder = holderOf(subscription);
        if (event.event().attachedTo() != null) {
            write(boundary(event, holder), payload);
        } else if (event.type().equals("startEvent")) {
            write(eventSubProcess(event, subscription.nodeInstanceId()), payload);
        } else {
            write(holder, payload);
            flow.types().of(flow.nodeOf(holder)).caught(flow.nodeOf(holder), flow.now(holder), event, more, flow);
        }
    }

    private void write(NodeInstance visit, Map<String, Optional<Value>> payload) {
        new VariableWrites(flow).setAll(visit, payload);
    }

    /** An event on the boundary happens: it takes the token of the activity, or starts a branch beside it. */
    NodeInstance boundary(Node event, NodeInstance host) {
        flow.sentAs(host);
        if (!event.event().interrupting()) {
            return flow.enter(new Scopes(flow).beside(host).id(), event, null);
        }
        flow.cancel(host, BranchEnd.CANCELLED);
        return flow.enter(host.branchId(), event, null);
    }

    /** An event sub-process starts in its scope: in place of all that goes on there, or beside it. */
    NodeInstance eventSubProcess(Node start, Long scopeId) {
        if (start.event().interrupting()) {
            new Scopes(flow).clear(scopeId);
            closeStarts(scopeId);
        }
        flow.sentAs(scopeId == null ? null : instance.nodeInstance(scopeId));
        return flow.enter(new Scopes(flow).open(scopeId).id(), flow.definition().node(start.scope()), null);
    }

    /** After an interruption, or a cancellation, no other event sub-process of the scope can start. */
    void closeStarts(Long scopeId) {
        instance.subscriptions().stream().filter(s -> Objects.equals(s.nodeInstanceId(), scopeId)
                && flow.definition().node(s.nodeId()).type().equals("startEvent")).toList().forEach(s -> close(s, false));
    }

    // ---- conditions ----

    /** Looks at all conditions that are waited for; false when none has come true. */
    boolean fireConditions() {
        boolean fired = false;
        List<Subscription> waiting = instance.subscriptions().stream().filter(s -> s.kind() == SubscriptionKind.CONDITION).toList();
        for (Subscription subscription : waiting) {
            fired |= instance.findSubscription(subscription.id()).isPresent() && look(subscription);
        }
        return fired;
    }

    /** One that interrupts nothing fires each time it becomes true, so it remembers that it was; its key says so. */
    private boolean look(Subscription subscription) {
        Node event = flow.definition().node(subscription.nodeId());
        EventDefinition.Condition condition = (EventDefinition.Condition) event.event().definitions().get(subscription.ordinal());
        Evaluation<Boolean> result = flow.facts().expressions().condition(condition.expression(), new Variables(flow).at(holderOf(subscription)));
        boolean holds = !result.isError() && result.value();
        boolean held = subscription.key() != null;
        if (holds != held && !(holds && event.event().interrupting())) {
            Subscription changed = new Subscription(subscription.id(), subscription.nodeInstanceId(), subscription.nodeId(),
                    subscription.ordinal(), subscription.kind(), null, holds ? "true" : null, null, subscription.fired());
            flow.emit(new SubscriptionOpened(changed));
        }
        if (holds && !held) {
            happened(subscription, Map.of());
        }
        return holds && !held;
    }
}
