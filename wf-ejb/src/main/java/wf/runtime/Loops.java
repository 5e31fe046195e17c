package wf.runtime;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.definition.EventDefinition;
import wf.definition.Loop;
import wf.definition.Loop.MultiInstance;
import wf.definition.Loop.Standard;
import wf.definition.Node;
import wf.instance.Branch;
import wf.instance.BranchEnd;
import wf.instance.BranchTree;
import wf.instance.LoopProgress;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.instance.TokenEvent.NodeLeft;
import wf.instance.WaitEvent.LoopInstanceAdded;
import wf.instance.WaitEvent.LoopInstanceEnded;
import wf.instance.WaitEvent.LoopInstanceStarted;
import wf.instance.WaitEvent.LoopPlanned;
import wf.rule.Evaluation;
import wf.rule.Expression;
import wf.value.Value;

/**
 * Activities that repeat (BPMN 2.0.2 clauses 13.3.6 and 13.3.7). The token's own visit stands for the whole and counts;
 * each instance is a visit of the same node on a branch of its own inside it, with its own variables.
 */
public final class Loops {

    public static final int MAX_INSTANCES = 5_000;

    private final Flow flow;
    private final ProcessInstance instance;
    private final BranchTree tree;

    public Loops(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
        this.tree = new BranchTree(instance);
    }

    /** Whether the visit is one instance of a repeated activity, and not the whole. */
    public boolean isInstance(NodeInstance visit) {
        return tree.isLoopInstance(visit);
    }

    // ---- the whole ----

    /** The token has come; or an administrator lets it try again. */
    void begin(Node node, NodeInstance visit) {
        if (visit.progress() != null) {
            goOn(visit);
        } else if (node.activity().loop() instanceof MultiInstance multi) {
            plan(multi, visit).ifPresent(progress -> begin(multi, visit, progress));
        } else {
            Standard standard = (Standard) node.activity().loop();
            flow.emit(new LoopPlanned(visit.id(), LoopProgress.of(0, List.of())));
            next(standard, flow.now(visit), standard.before());
        }
    }

    private void begin(MultiInstance multi, NodeInstance visit, LoopProgress progress) {
        flow.emit(new LoopPlanned(visit.id(), progress));
        int now = multi.sequential() ? Math.min(1, progress.planned()) : progress.planned();
        for (int i = 0; i < now; i++) {
            start(multi, flow.now(visit));
        }
        if (now == 0) {
            finish(multi, flow.now(visit));
        }
    }

    private Optional<LoopProgress> plan(MultiInstance multi, NodeInstance visit) {
        return multi.collection() != null ? collection(multi, visit) : cardinality(multi, visit);
    }

    private Optional<LoopProgress> collection(MultiInstance multi, NodeInstance visit) {
        return value(multi.collection(), visit).flatMap(v -> v instanceof Collection<?> all && all.size() <= MAX_INSTANCES && !all.contains(null)
                ? Optional.of(LoopProgress.of(all.size(), all.stream().map(Value::of).toList()))
                : wrong(visit, multi.collection(), v));
    }

    private Optional<LoopProgress> cardinality(MultiInstance multi, NodeInstance visit) {
        return value(multi.cardinality(), visit).flatMap(v -> number(v).filter(n -> n >= 0 && n <= MAX_INSTANCES)
                .map(n -> LoopProgress.of(n, List.of())).or(() -> wrong(visit, multi.cardinality(), v)));
    }

    private static Optional<Integer> number(Object value) {
        String text = String.valueOf(value).strip();
        return text.matches("[0-9]{1,9}(\\.0+)?") ? Optional.of(Integer.valueOf(text.replaceFirst("\\..*", ""))) : Optional.empty();
    }

    private Optional<LoopProgress> wrong(NodeInstance visit, Expression expression, Object value) {
        flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "LOOP_COUNT", flow.nodeOf(visit).label(), expression.text(),
                String.valueOf(value), String.valueOf(MAX_INSTANCES)));
        return Optional.empty();
    }

    private Optional<Object> value(Expression expression, NodeInstance visit) {
        Evaluation<Object> result = flow.facts().expressions().value(expression, new Variables(flow).at(visit));
        if (result.isError()) {
            new Throwing(flow).failed(visit, result);
            return Optional.empty();
        }
        return Optional.of(result.value() == null ? "" : result.value());
    }

    /** An instance has ended, or the whole tries again: what follows. */
    void goOn(NodeInstance holder) {
        Node node = flow.nodeOf(holder);
        LoopProgress progress = holder.progress();
        if (node.activity().loop() instanceof Standard standard) {
            next(standard, holder, true);
        } else if (node.activity().loop() instanceof MultiInstance multi) {
            Optional<Boolean> complete = isComplete(multi, holder);
            if (complete.isPresent() && complete.get()) {
                new Scopes(flow).clear(holder.id());
                finish(multi, holder);
            } else if (complete.isPresent() && progress.ended() >= progress.planned()) {
                finish(multi, holder);
            } else if (complete.isPresent() && multi.sequential() && progress.active() == 0) {
                start(multi, holder);
            }
        }
    }

    private void next(Standard standard, NodeInstance holder, boolean test) {
        LoopProgress progress = holder.progress();
        if (standard.maximum() != null && progress.ended() >= standard.maximum()) {
            flow.complete(holder);
        } else {
            Optional<Boolean> again = !test || standard.condition() == null ? Optional.of(true) : holds(standard.condition(), holder);
            again.ifPresent(yes -> {
                if (yes) {
                    start(holder, Map.of());
                } else {
                    flow.complete(holder);
                }
            });
        }
    }

    private Optional<Boolean> isComplete(MultiInstance multi, NodeInstance holder) {
        return multi.completion() == null ? Optional.of(false) : holds(multi.completion(), holder);
    }

    private Optional<Boolean> holds(Expression condition, NodeInstance visit) {
        Evaluation<Boolean> result = flow.facts().expressions().condition(condition, new Variables(flow).at(visit));
        if (result.isError()) {
            new Throwing(flow).failed(visit, result);
            return Optional.empty();
        }
        return Optional.of(result.value());
    }

    private void finish(MultiInstance multi, NodeInstance holder) {
        if (multi.outputs() != null) {
            Evaluation<Optional<Value>> all = Evaluation.ofValue(holder.progress().outputs().stream().map(Value::toJava).toList());
            if (all.isError()) {
                new Throwing(flow).failed(holder, all);
                return;
            } else if (!new VariableWrites(flow).setAll(holder, Map.of(multi.outputs(), all.value()))) {
                return;
            }
        }
        flow.complete(flow.now(holder));
    }

    // ---- one instance ----

    private void start(MultiInstance multi, NodeInstance holder) {
        start(holder, multi.element() == null ? Map.of() : holder.progress().next().map(e -> Map.of(multi.element(), e)).orElse(Map.of()));
    }

    private void start(NodeInstance holder, Map<String, Value> own) {
        int index = holder.progress().started();
        flow.emit(new LoopInstanceStarted(holder.id()));
        Branch branch = new Scopes(flow).open(holder.id(), index + 1);
        flow.sentAs(holder);
        NodeInstance one = flow.enter(branch.id(), flow.nodeOf(holder), null);
        Map<String, Optional<Value>> variables = new HashMap<>();
        variables.put("loopCounter", Optional.of(Value.of((long) index)));
        own.forEach((name, value) -> variables.put(name, Optional.of(value)));
        new VariableWrites(flow).setOwn(one, variables);
    }

    /** The work of one instance is done. */
    void ended(NodeInstance visit) {
        NodeInstance holder = instance.nodeInstance(tree.scopeOf(visit));
        Loop loop = flow.nodeOf(visit).activity().loop();
        Expression output = loop instanceof MultiInstance multi ? multi.output() : null;
        Optional<Value> given = output == null ? Optional.of(Value.of("")) : value(output, visit).flatMap(v -> held(v, visit));
        if (given.isEmpty() || !new Mappings(flow).outputs(visit)) {
            return;
        }
        new Activities(flow).close(visit);
        flow.emit(new NodeLeft(visit.id(), visit.nodeId(), List.of(), flow.facts().now()));
        flow.emit(new LoopInstanceEnded(holder.id(), output == null ? null : given.get()));
        if (loop instanceof MultiInstance multi) {
            behave(multi, flow.now(holder));
        }
        if (instance.hasBranch(visit.branchId())) {
            flow.end(visit.branchId(), BranchEnd.ENDED);
        }
    }

    private Optional<Value> held(Object output, NodeInstance visit) {
        Evaluation<Optional<Value>> value = Evaluation.ofValue(output);
        if (value.isError()) {
            new Throwing(flow).failed(visit, value);
            return Optional.empty();
        }
        return value.value();
    }

    /** What the model says is thrown when an instance ends (BPMN 2.0.2, table 10.30); the activity itself goes on. */
    private void behave(MultiInstance multi, NodeInstance holder) {
        boolean throwsIt = switch (multi.behavior()) {
            case NONE -> true;
            case ONE -> holder.progress().ended() == 1;
            case ALL, COMPLEX -> false;
        };
        if (throwsIt && multi.thrown() != null) {
            announce(multi.thrown(), holder);
        }
        multi.complex().stream().filter(c -> holds(c.condition(), holder).orElse(false)).forEach(c -> announce(c.event(), holder));
    }

    private void announce(EventDefinition event, NodeInstance holder) {
        flow.definition().tree().boundaries(holder.nodeId()).stream().filter(b -> b.event().definitions().contains(event))
                .findFirst().ifPresent(b -> {
                    flow.sentAs(holder);
                    flow.enter(new Scopes(flow).beside(holder).id(), b, null);
                });
    }

    /** One instance more, while the activity runs; a sequential one comes when its turn comes. */
    public void add(NodeInstance holder, Value element) {
        MultiInstance multi = (MultiInstance) flow.nodeOf(holder).activity().loop();
        flow.emit(new LoopInstanceAdded(holder.id(), multi.element() == null ? null : element));
        if (!multi.sequential()) {
            start(multi, flow.now(holder));
        }
    }
}
