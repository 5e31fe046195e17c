package wf.runtime;

import java.util.Map;
import java.util.Optional;
import wf.instance.NodeInstance;
import wf.rule.Evaluation;
import wf.value.Value;

/** Beans of the customer's applications that a model may call inside the decision's own transaction. */
public interface Beans {

    /**
     * @param event why it is called: {@code execute} by an automatic node, or the event of a listener
     * @param variables what the node sees
     */
    record Call(long instanceId, String definitionKey, String businessKey, String nodeId, String event, Map<String, Value> variables) {

        /** A call from where a token stands. */
        public static Call of(Flow flow, NodeInstance visit, String event) {
            return new Call(flow.instance().id(), flow.definition().key(), flow.instance().identity().businessKey(),
                    visit == null ? null : visit.nodeId(),
                    event, new Variables(flow).at(visit));
        }
    }

    /** Variables that the bean sets, or why it failed. Empty in a preview, which calls nobody. */
    Optional<Evaluation<Map<String, Optional<Value>>>> call(String bean, Call call);

    /** Where there are no beans: calling one is a failure. */
    Beans NONE = (bean, call) -> Optional.of(Evaluation.failed("there is no bean " + bean));
}
