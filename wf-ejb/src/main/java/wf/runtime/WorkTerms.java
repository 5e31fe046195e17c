package wf.runtime;

import java.time.Instant;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.definition.WorkPlan;
import wf.instance.NodeInstance;
import wf.instance.Terms;
import wf.rule.Evaluation;
import wf.rule.Expression;
import wf.rule.schedule.Schedule;
import wf.rule.schedule.TimerKind;
import wf.value.Value;

/** What the model asks of whoever handles an item becomes dates and numbers, when the item comes. */
final class WorkTerms {

    private static final int MAX_FORM_KEY = 400;

    private final Flow flow;
    private final NodeInstance visit;

    WorkTerms(Flow flow, NodeInstance visit) {
        this.flow = flow;
        this.visit = visit;
    }

    /** Empty when something cannot be found out, which has been told. */
    Optional<Terms> of(WorkPlan plan) {
        if (plan.equals(WorkPlan.NONE)) {
            return Optional.of(Terms.NONE);
        }
        Evaluation<Terms> terms = moment(plan.due()).then(due -> moment(plan.followUp()).then(followUp -> priority(plan.priority())
                .then(priority -> form(plan.form()).then(form -> Evaluation.of(new Terms(due, followUp, priority, form))))));
        if (terms.isError()) {
            flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "TERMS_FAILED", flow.nodeOf(visit).label(), terms.error()));
            return Optional.empty();
        }
        return Optional.of(terms.value());
    }

    private Evaluation<Instant> moment(Expression expression) {
        return text(expression).then(text -> text == null ? Evaluation.of(null)
                : Schedule.parse(text.startsWith("P") ? TimerKind.DURATION : TimerKind.DATE, text, flow.facts().zone())
                        .then(s -> moment(s, text)));
    }

    /** A date that is past already stays what it is: then the work is late from its beginning. */
    private Evaluation<Instant> moment(Schedule schedule, String text) {
        Instant from = text.startsWith("P") ? flow.clock() : Instant.EPOCH;
        return schedule.first(from).map(Evaluation::of).orElse(Evaluation.failed(text + " is never"));
    }

    private Evaluation<Integer> priority(Expression expression) {
        return text(expression).then(text -> text == null ? Evaluation.of(null)
                : text.matches("-?[0-9]{1,9}") ? Evaluation.of(Integer.valueOf(text)) : Evaluation.failed(text + " is no priority"));
    }

    private Evaluation<String> form(Expression expression) {
        return text(expression).then(text -> text != null && text.length() > MAX_FORM_KEY
                ? Evaluation.failed("the key of the form is longer than " + MAX_FORM_KEY + " characters") : Evaluation.of(text));
    }

    /** Null where nothing is said. */
    private Evaluation<String> text(Expression expression) {
        return expression == null ? Evaluation.of(null) : flow.facts().expressions().filled(expression, new Variables(flow).at(visit))
                .then(v -> Evaluation.of(v == null || v.toString().isBlank() ? null : Value.of(v).text().strip()));
    }
}
