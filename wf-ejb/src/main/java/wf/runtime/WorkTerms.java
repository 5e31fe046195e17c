package wf.runtime;

import java.time.Instant;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.definition.WorkPlan;
import wf.instance.Deadline;
import wf.instance.NodeInstance;
import wf.instance.Terms;
import wf.rule.Evaluation;
import wf.rule.Expression;

/** What the model asks of whoever handles an item becomes dates and numbers, when the item comes. */
final class WorkTerms {

    private static final int MAX_FORM_KEY = 400;

    private final Flow flow;
    private final NodeInstance visit;
    private final DueTime.Finder times;
    private DueTime due;

    /** @param handler whose work it is to be; null where several may take it */
    WorkTerms(Flow flow, NodeInstance visit, String handler) {
        this.flow = flow;
        this.visit = visit;
        this.times = new DueTime.Finder(flow, visit, handler);
    }

    /** Until when the item is to be done where its node says it of items; else null. */
    DueTime due() {
        return due;
    }

    /** Empty when something cannot be found out, which has been told. */
    Optional<Terms> of(WorkPlan plan) {
        Instant ofNode = new Limits(flow).of(visit).map(Deadline::dueAt).orElse(null);
        if (plan.equals(WorkPlan.NONE)) {
            return Optional.of(Terms.NONE.due(ofNode));
        }
        Evaluation<Terms> terms = times.of(plan.due()).then(own -> times.of(plan.followUp()).then(followUp -> priority(plan.priority())
                .then(priority -> form(plan.form()).then(form -> Evaluation.of(terms(own, ofNode, followUp, priority, form))))));
        if (terms.isError()) {
            flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "TERMS_FAILED", flow.nodeOf(visit).label(), terms.error()));
            return Optional.empty();
        }
        return Optional.of(terms.value());
    }

    private Terms terms(DueTime own, Instant ofNode, DueTime followUp, Integer priority, String form) {
        due = own;
        return new Terms(own == null ? ofNode : own.at(), followUp == null ? null : followUp.at(), priority, form);
    }

    private Evaluation<Integer> priority(Expression expression) {
        return times.text(expression).then(text -> text == null ? Evaluation.of(null)
                : text.matches("-?[0-9]{1,9}") ? Evaluation.of(Integer.valueOf(text)) : Evaluation.failed(text + " is no priority"));
    }

    private Evaluation<String> form(Expression expression) {
        return times.text(expression).then(text -> text != null && text.length() > MAX_FORM_KEY
                ? Evaluation.failed("the key of the form is longer than " + MAX_FORM_KEY + " characters") : Evaluation.of(text));
    }
}
