package wf.rule;

import java.util.Map;
import java.util.Optional;
import wf.value.Value;

/**
 * Evaluates the conditions, participant expressions and scripts of models. An evaluation reads the variables it is
 * given and nothing else; it has no effect, and a budget of time, steps and memory. The variables may be a view that
 * finds a value only when it is asked for. Text of the form {@code ${…}} is an expression inside a template; a bare
 * condition is an expression as a whole. Methods that take text alone mean our own language.
 */
public interface Expressions {

    /** Evaluates a condition, {@code days > 3} or {@code ${days > 3}}; anything but a boolean is an error. */
    Evaluation<Boolean> condition(Expression expression, Map<String, Value> variables);

    /**
     * Evaluates an expression, bare or as {@code ${…}}, to what it gives: a string, a Long, BigInteger or BigDecimal, a
     * Boolean, a date or time, a List, a Map, or null.
     */
    Evaluation<Object> value(Expression expression, Map<String, Value> variables);

    /** Fills a template: plain text stays, {@code ${…}} alone gives the value itself, mixed text gives a string. */
    Evaluation<Object> template(String text, Map<String, Value> variables);

    /** Fills a template to text, with its values written as the text around them wants it. */
    Evaluation<String> text(String template, Map<String, Value> variables, Writing writing);

    /** What a model writes where text is as good as an expression: a template in our language, else an expression. */
    default Evaluation<Object> filled(Expression text, Map<String, Value> variables) {
        return Language.of(text).filter(Language.JEXL::equals).isPresent() ? template(text.text(), variables) : value(text, variables);
    }

    /** Runs a script; the result holds the variables that it set, in order; a value set to null is cleared. */
    Evaluation<Map<String, Optional<Value>>> script(Expression script, Map<String, Value> variables);

    /** Runs a script of our own language that may also reject, skip, redirect and name participants. */
    Evaluation<Ruling> rule(String script, Map<String, Value> variables);

    /** Why the text is no condition, or empty. */
    Optional<String> checkCondition(Expression expression);

    /** Why the text is no expression, or empty. */
    Optional<String> checkValue(Expression expression);

    /** Why the text is no template, or empty. */
    Optional<String> checkTemplate(String text);

    /** Why the text is no script, or empty. */
    Optional<String> checkScript(Expression script);

    default Evaluation<Boolean> condition(String expression, Map<String, Value> variables) {
        return condition(Expression.of(expression), variables);
    }

    default Evaluation<Object> value(String expression, Map<String, Value> variables) {
        return value(Expression.of(expression), variables);
    }

    default Evaluation<Map<String, Optional<Value>>> script(String script, Map<String, Value> variables) {
        return script(Expression.of(script), variables);
    }

    default Optional<String> checkCondition(String expression) {
        return checkCondition(Expression.of(expression));
    }

    default Optional<String> checkScript(String script) {
        return checkScript(Expression.of(script));
    }
}
