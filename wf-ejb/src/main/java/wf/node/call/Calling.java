package wf.node.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import wf.instance.JobKind;
import wf.instance.NodeInstance;
import wf.node.call.CallSettings.Result;
import wf.rule.Evaluation;
import wf.runtime.Beans;
import wf.runtime.Flow;
import wf.runtime.Jobs;
import wf.runtime.LayeredVariables;
import wf.runtime.Throwing;
import wf.runtime.VariableWrites;
import wf.runtime.Variables;
import wf.value.Value;

/** Calling, and taking what was answered, the same way for every automatic node. */
public final class Calling {

    private final CallSettings settings;
    private final NodeInstance visit;
    private final Flow flow;

    public Calling(CallSettings settings, NodeInstance visit, Flow flow) {
        this.settings = settings;
        this.visit = visit;
        this.flow = flow;
    }

    /** Calls at once what can be called inside the decision; a remote call becomes a job, for whose answer the visit waits. */
    public void begin() {
        if (settings.call() instanceof Call.Bean bean) {
            bean(bean.name());
        } else if (settings.call() instanceof Call.Pure pure) {
            pure(pure);
        } else if (settings.call() instanceof Call.Remote remote) {
            post(remote.call());
        } else {
            flow.raise(visit, "SERVICE_WITHOUT_CALL", flow.nodeOf(visit).label());
        }
    }

    private void bean(String name) {
        Optional<Evaluation<Map<String, Optional<Value>>>> answer = flow.facts().beans().call(name,
                Beans.Call.of(flow, visit, "execute"));
        answer.ifPresent(this::take);
    }

    private void take(Evaluation<Map<String, Optional<Value>>> answer) {
        if (answer.isError()) {
            new Throwing(flow).failed(visit, answer);
        } else if (new VariableWrites(flow).setAll(visit, answer.value())) {
            flow.complete(visit);
        }
    }

    private void pure(Call.Pure pure) {
        Evaluation<Object> value = flow.facts().expressions().filled(pure.expression(), new Variables(flow).at(visit));
        take(value.then(v -> Evaluation.ofValue(v).then(o -> Evaluation.of(Map.of(settings.resultVariable(), o)))));
    }

    private void post(RemoteCall call) {
        Evaluation<Map<String, Value>> inputs = CallInputs.of(call, flow.facts().expressions(), new Variables(flow).at(visit));
        if (inputs.isError()) {
            new Throwing(flow).failed(visit, inputs);
        } else {
            new Jobs(flow).post(visit, visit.nodeId(), JobKind.CALL, call.target(), null, inputs.value());
        }
    }

    // ---- the answer ----

    /**
     * The call is done.
     *
     * @param answer parts of the answer by the names of their variables, and where it is needed the whole
     */
    public void answered(Map<String, Optional<Value>> answer) {
        take(results(answer));
    }

    private Evaluation<Map<String, Optional<Value>>> results(Map<String, Optional<Value>> answer) {
        Map<String, Value> response = answer.getOrDefault(CallSettings.RESPONSE, Optional.empty())
                .map(r -> Map.of(CallSettings.RESPONSE, r)).orElse(Map.of());
        Map<String, Value> seen = new LayeredVariables(response, new Variables(flow).at(visit));
        Map<String, Optional<Value>> written = new LinkedHashMap<>();
        if (settings.resultVariable() != null) {
            written.put(settings.resultVariable(), response.isEmpty() ? Optional.empty() : body(response.get(CallSettings.RESPONSE)));
        }
        for (Result result : settings.results()) {
            Evaluation<Optional<Value>> value = result.value() == null
                    ? Evaluation.of(answer.getOrDefault(result.variable(), Optional.empty()))
                    : flow.facts().expressions().filled(result.value(), seen).then(Evaluation::ofValue);
            if (value.isError()) {
                return value.then(v -> Evaluation.of(Map.of()));
            }
            written.put(result.variable(), value.value());
        }
        return Evaluation.of(written);
    }

    private static Optional<Value> body(Value response) {
        Object body = response.toJava() instanceof Map<?, ?> parts ? parts.get("body") : null;
        return Optional.ofNullable(body).map(Value::of);
    }
}
