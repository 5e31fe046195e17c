package wf.rule;

import java.util.Map;
import java.util.Optional;
import wf.value.Value;

/**
 * Evaluates the conditions, participant expressions and scripts of models. An evaluation reads the variables it is
 * given and nothing else; it has no effect, and a budget of time, steps and memory. Text of the form {@code ${…}} is
 * an expression inside a template; a bare condition is an expression as a whole.
 */
public interface Expressions {

    /** Evaluates a condition, {@code days > 3} or {@code ${days > 3}}; anything but a boolean is an error. */
    Evaluation<Boolean> condition(String expression, Map<String, Value> variables);

    /** Fills a template: plain text stays, {@code ${…}} alone gives the value itself, mixed text gives a string. */
    Evaluation<Object> template(String text, Map<String, Value> variables);

    /** Runs a script; the result holds the variables that it set, in order; a value set to null is cleared. */
    Evaluation<Map<String, Optional<Value>>> script(String script, Map<String, Value> variables);

    /** Why the text is no condition, or empty. */
    Optional<String> checkCondition(String expression);

    /** Why the text is no template, or empty. */
    Optional<String> checkTemplate(String text);

    /** Why the text is no script, or empty. */
    Optional<String> checkScript(String script);

    /** As {@link #condition(String, Map)}, in the language of the expression. */
    default Evaluation<Boolean> condition(Expression expression, Map<String, Value> variables) {
        return condition(expression.text(), variables);
    }

    /** The value of the expression, in Java's own types: what a variable can hold. */
    default Evaluation<Object> value(Expression expression, Map<String, Value> variables) {
        return template(expression.text(), variables);
    }

    /** As {@link #checkCondition(String)}, in the language of the expression. */
    default Optional<String> checkCondition(Expression expression) {
        return checkCondition(expression.text());
    }
}
