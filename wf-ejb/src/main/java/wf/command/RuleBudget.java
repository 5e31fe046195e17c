package wf.command;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import wf.rule.Evaluation;
import wf.rule.Expression;
import wf.rule.Expressions;
import wf.rule.Ruling;
import wf.rule.Writing;
import wf.value.Value;

/**
 * The time that all expressions and scripts of one operation may take together. Each has a budget of its own, but a
 * process that runs in circles evaluates thousands; when this one is used up, every further evaluation fails, and the
 * process stands still where it is.
 */
final class RuleBudget implements Expressions {

    private static final long NANOS = 5_000_000_000L;

    private final Expressions expressions;
    private long spent;

    RuleBudget(Expressions expressions) {
        this.expressions = expressions;
    }

    private <T> Evaluation<T> within(Supplier<Evaluation<T>> evaluation) {
        if (spent > NANOS) {
            return Evaluation.failed("the rules of this operation together took longer than " + NANOS / 1_000_000_000 + " s");
        }
        long begin = System.nanoTime();
        try {
            return evaluation.get();
        } finally {
            spent += System.nanoTime() - begin;
        }
    }

    @Override
    public Evaluation<Boolean> condition(Expression expression, Map<String, Value> variables) {
        return within(() -> expressions.condition(expression, variables));
    }

    @Override
    public Evaluation<Object> value(Expression expression, Map<String, Value> variables) {
        return within(() -> expressions.value(expression, variables));
    }

    @Override
    public Evaluation<Object> template(String text, Map<String, Value> variables) {
        return within(() -> expressions.template(text, variables));
    }

    @Override
    public Evaluation<String> text(String text, Map<String, Value> variables, Writing writing) {
        return within(() -> expressions.text(text, variables, writing));
    }

    @Override
    public Evaluation<Map<String, Optional<Value>>> script(Expression script, Map<String, Value> variables) {
        return within(() -> expressions.script(script, variables));
    }

    @Override
    public Evaluation<Ruling> rule(String script, Map<String, Value> variables) {
        return within(() -> expressions.rule(script, variables));
    }

    @Override
    public Optional<String> checkCondition(Expression expression) {
        return expressions.checkCondition(expression);
    }

    @Override
    public Optional<String> checkValue(Expression expression) {
        return expressions.checkValue(expression);
    }

    @Override
    public Optional<String> checkTemplate(String text) {
        return expressions.checkTemplate(text);
    }

    @Override
    public Optional<String> checkScript(Expression script) {
        return expressions.checkScript(script);
    }
}
