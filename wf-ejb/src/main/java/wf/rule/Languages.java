package wf.rule;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wf.value.Value;

/** Chooses the evaluator by the language that an expression names; templates are always in our own. */
public final class Languages implements Expressions {

    private final Expressions jexl;
    private final Expressions xpath;

    public Languages(Expressions jexl, Expressions xpath) {
        this.jexl = jexl;
        this.xpath = xpath;
    }

    @Override
    public Evaluation<Boolean> condition(Expression expression, Map<String, Value> variables) {
        return evaluated(expression, of -> of.condition(expression, variables));
    }

    @Override
    public Evaluation<Object> value(Expression expression, Map<String, Value> variables) {
        return evaluated(expression, of -> of.value(expression, variables));
    }

    @Override
    public Evaluation<Object> template(String text, Map<String, Value> variables) {
        return jexl.template(text, variables);
    }

    @Override
    public Evaluation<String> text(String template, Map<String, Value> variables, Writing writing) {
        return jexl.text(template, variables, writing);
    }

    @Override
    public Evaluation<Map<String, Optional<Value>>> script(Expression script, Map<String, Value> variables) {
        return evaluated(script, of -> of.script(script, variables));
    }

    @Override
    public Evaluation<Ruling> rule(String script, Map<String, Value> variables) {
        return jexl.rule(script, variables);
    }

    @Override
    public Optional<String> checkCondition(Expression expression) {
        return checked(expression, of -> of.checkCondition(expression));
    }

    @Override
    public Optional<String> checkValue(Expression expression) {
        return checked(expression, of -> of.checkValue(expression));
    }

    @Override
    public Optional<String> checkTemplate(String text) {
        return jexl.checkTemplate(text);
    }

    @Override
    public Optional<String> checkScript(Expression script) {
        return checked(script, of -> of.checkScript(script));
    }

    private <T> Evaluation<T> evaluated(Expression expression, Function<Expressions, Evaluation<T>> evaluation) {
        Expressions evaluator = evaluatorOf(expression);
        return evaluator == null ? Evaluation.failed(unknown(expression)) : evaluation.apply(evaluator);
    }

    private Optional<String> checked(Expression expression, Function<Expressions, Optional<String>> check) {
        Expressions evaluator = evaluatorOf(expression);
        return evaluator == null ? Optional.of(unknown(expression)) : check.apply(evaluator);
    }

    private Expressions evaluatorOf(Expression expression) {
        return Language.of(expression).map(language -> language == Language.XPATH ? xpath : jexl).orElse(null);
    }

    private static String unknown(Expression expression) {
        return "the language " + expression.language() + " is not known, only JEXL and XPath 1.0 are";
    }
}
