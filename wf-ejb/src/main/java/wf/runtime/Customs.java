package wf.runtime;

import java.util.Map;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.instance.NodeInstance;
import wf.rule.Evaluation;
import wf.rule.Ruling;
import wf.rule.Script;
import wf.value.Value;

/** The customer's own answer to a limit: a stored script or a bean, which set variables. */
public final class Customs {

    private final Flow flow;

    public Customs(Flow flow) {
        this.flow = flow;
    }

    /** Why it came to nothing; nothing of it remains then. */
    public Optional<Rejection> call(String bean, Beans.Call call, NodeInstance visit) {
        Optional<Evaluation<Map<String, Optional<Value>>>> answer = flow.facts().beans().call(bean, call);
        if (answer.isPresent() && answer.get().isError()) {
            return Optional.of(Rejection.of(ErrorCode.RULE_ERROR, "STRATEGY_FAILED", answer.get().error()));
        }
        answer.ifPresent(a -> new VariableWrites(flow).setAll(visit, a.value()));
        return Optional.empty();
    }

    /** @param version null for the newest */
    public Optional<Rejection> run(String name, Integer version, NodeInstance visit) {
        Optional<Script> script = flow.facts().scripts().find(name, version);
        if (script.isEmpty()) {
            return Optional.of(Rejection.of(ErrorCode.RULE_ERROR, "SCRIPT_UNKNOWN", Script.label(name, version)));
        }
        Evaluation<Ruling> run = new NodeRuling(flow).tried(script.get(), visit);
        if (run.isError()) {
            return Optional.of(Rejection.of(ErrorCode.RULE_ERROR, "SCRIPT_FAILED", name, run.error()));
        }
        new VariableWrites(flow).setAll(visit, run.value().variables());
        return Optional.empty();
    }
}
