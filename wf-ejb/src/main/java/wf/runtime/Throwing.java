package wf.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import wf.contract.ErrorCode;
import wf.definition.EventDefinition;
import wf.definition.Node;
import wf.definition.NodeTree;
import wf.instance.BranchTree;
import wf.instance.JobKind;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;
import wf.instance.Subscription;
import wf.instance.SubscriptionKind;
import wf.rule.Evaluation;
import wf.value.Value;

/**
 * Events that are thrown and find their catcher from the inside out (BPMN 2.0.2 clause 10.5.6): the boundary of the
 * activity, then the event sub-processes of the scope around it, then the boundary of that scope, and so on.
 */
public final class Throwing {

    private final Flow flow;
    private final ProcessInstance instance;
    private final BranchTree tree;

    public Throwing(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
        this.tree = new BranchTree(instance);
    }

    /** A catching event with the activity on whose boundary it sits, or the scope in which it starts. */
    private record Catcher(Node event, NodeInstance host, Long scopeId) { }

    // ---- errors ----

    /** An evaluation failed: the model's own error is thrown, any other failure is an incident. */
    public void failed(NodeInstance visit, Evaluation<?> result) {
        if (visit == null) {
            flow.refuse(Rejection.of(ErrorCode.RULE_ERROR, "RULE_FAILED", result.error()));
        } else if (result.code() != null) {
            error(visit, result.code(), result.error());
        } else {
            flow.raise(visit, "RULE_ERROR", result.error());
        }
    }

    /** An activity failed with an error of the model; one that nobody catches is an incident there. */
    public void error(NodeInstance visit, String code, String detail) {
        if (!isCaught(visit, code, detail)) {
            flow.raise(visit, "ERROR_UNCAUGHT", code.equals(detail) ? code : code + ": " + detail);
        }
    }

    /** The process comes to an error end event; when nobody catches it, the instance has failed. */
    public void errorEnd(NodeInstance visit, String code) {
        if (!isCaught(visit, code, code)) {
            new Scopes(flow).fail(code);
        }
    }

    private boolean isCaught(NodeInstance visit, String code, String detail) {
        Optional<Catcher> catcher = find(visit, d -> d instanceof EventDefinition.Error e && Objects.equals(e.code(), code),
                d -> d instanceof EventDefinition.Error e && e.code() == null);
        catcher.ifPresent(c -> {
            NodeInstance event = go(c);
            Optional<Value> message = Optional.of(Value.of(detail == null ? code : detail));
            new VariableWrites(flow).setOwn(event, Map.of("errorCode", Optional.of(Value.of(code)), "errorMessage", message));
            c.event().event().of(EventDefinition.Error.class).forEach(e -> keep(event, e, Optional.of(Value.of(code)), message));
        });
        return catcher.isPresent();
    }

    private void keep(NodeInstance event, EventDefinition.Error caught, Optional<Value> code, Optional<Value> message) {
        Map<String, Optional<Value>> wanted = new LinkedHashMap<>();
        if (caught.codeVariable() != null) {
            wanted.put(caught.codeVariable(), code);
        }
        if (caught.messageVariable() != null) {
            wanted.put(caught.messageVariable(), message);
        }
        new VariableWrites(flow).setAll(event, wanted);
    }

    // ---- escalation ----

    /** An escalation is no failure: when nobody catches it, or its catcher interrupts nothing, the token goes on. */
    public void escalate(NodeInstance visit, String code) {
        Optional<Catcher> catcher = find(visit, d -> d instanceof EventDefinition.Escalation e && Objects.equals(e.code(), code),
                d -> d instanceof EventDefinition.Escalation e && e.code() == null);
        catcher.ifPresentOrElse(this::go, () -> new Jobs(flow).tellParent("ESCALATION", code));
    }

    // ---- signals and messages ----

    /** Everybody in the tenant who waits for the signal now hears it: this instance at once, others after the commit. */
    public void signal(NodeInstance visit, String name, Map<String, Value> payload) {
        List<Subscription> waiting = instance.subscriptions().stream()
                .filter(s -> s.kind() == SubscriptionKind.SIGNAL && s.name().equals(name)).toList();
        new Jobs(flow).post(null, visit.nodeId(), JobKind.SIGNAL, name, null, payload);
        waiting.stream().filter(s -> instance.findSubscription(s.id()).isPresent())
                .forEach(s -> new Subscriptions(flow).happened(s, optional(payload)));
    }

    static Map<String, Optional<Value>> optional(Map<String, Value> values) {
        Map<String, Optional<Value>> optional = new LinkedHashMap<>();
        values.forEach((name, value) -> optional.put(name, Optional.of(value)));
        return optional;
    }

    /** The message goes to whoever waits for it, after the commit; false when its key could not be found out. */
    public boolean message(NodeInstance visit, EventDefinition.Message message, Map<String, Value> payload) {
        Optional<String> key = new Subscriptions(flow).correlation(message, visit);
        key.ifPresent(k -> new Jobs(flow).post(null, visit.nodeId(), JobKind.MESSAGE, message.name(), k.isEmpty() ? null : k, payload));
        return key.isPresent();
    }

    // ---- cancel ----

    /** A transaction is given up: all in it ends, what was done is undone, and its cancel event goes on, whatever was wrong with it. */
    public void cancelTransaction(NodeInstance visit) {
        NodeInstance at = visit;
        while (!flow.nodeOf(at).type().equals("transaction")) {
            at = instance.nodeInstance(tree.scopeOf(at));
        }
        new Scopes(flow).clear(at.id());
        new Subscriptions(flow).closeStarts(at.id());
        flow.resolveIncidents(at, NodeInstanceState.ACTIVE);
        new Compensations(flow).begin(at);
    }

    /** The transaction is undone. */
    void cancelled(NodeInstance transaction) {
        find(transaction, EventDefinition.Cancel.class::isInstance, d -> false).ifPresentOrElse(this::go,
                () -> error(transaction, "CANCEL", "the transaction was cancelled"));
    }

    // ---- finding the catcher ----

    private Optional<Catcher> find(NodeInstance from, Predicate<EventDefinition> exactly, Predicate<EventDefinition> otherwise) {
        NodeTree nodes = flow.definition().tree();
        for (NodeInstance at = from; at != null; at = around(at)) {
            Long scopeId = tree.scopeOf(at);
            NodeInstance host = at;
            Optional<Catcher> found = isInstance(at) ? Optional.empty() : catching(nodes.boundaries(at.nodeId()), exactly, otherwise).map(b -> new Catcher(b, host, null));
            if (found.isEmpty() && !isInstance(at)) {
                String inside = at.nodeId();
                found = catching(nodes.eventSubProcesses(flow.nodeOf(at).scope()).stream()
                        .filter(e -> !e.id().equals(inside)).map(nodes::startOf).toList(), exactly, otherwise).map(s -> new Catcher(s, null, scopeId));
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private boolean isInstance(NodeInstance visit) {
        return new Loops(flow).isInstance(visit);
    }

    private NodeInstance around(NodeInstance visit) {
        Long scopeId = tree.scopeOf(visit);
        return scopeId == null ? null : instance.nodeInstance(scopeId);
    }

    /** Of the events of one place the one that is meant exactly, else the one that takes any. */
    private static Optional<Node> catching(List<Node> events, Predicate<EventDefinition> exactly, Predicate<EventDefinition> otherwise) {
        return catching(events, exactly).or(() -> catching(events, otherwise));
    }

    private static Optional<Node> catching(List<Node> events, Predicate<EventDefinition> what) {
        return events.stream().filter(e -> e.event().definitions().stream().anyMatch(what)).findFirst();
    }

    private NodeInstance go(Catcher catcher) {
        return catcher.host() != null ? new Subscriptions(flow).boundary(catcher.event(), catcher.host())
                : new Subscriptions(flow).eventSubProcess(catcher.event(), catcher.scopeId());
    }
}
