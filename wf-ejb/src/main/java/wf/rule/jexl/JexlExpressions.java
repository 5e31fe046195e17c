package wf.rule.jexl;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlScript;
import wf.rule.Compiled;
import wf.rule.Evaluation;
import wf.rule.Expression;
import wf.rule.Expressions;
import wf.rule.Ruling;
import wf.rule.Writing;
import wf.value.Value;

/**
 * Expressions in JEXL. Conditions are pure expressions; scripts may also assign variables, branch and loop. What people
 * write in the unified expression language of other engines reads the same here, {@code execution.getVariable('x')} too.
 */
public final class JexlExpressions implements Expressions {

    /** The longest expression or script, in characters. */
    private static final int MAX_SOURCE = 20_000;
    private static final long BUDGET_NANOS = 500_000_000L;

    private final JexlEngine conditions = new BoundedEngine(features().script(false).sideEffect(false)
            .sideEffectGlobal(false).localVar(false).loops(false).lambda(false), BUDGET_NANOS);
    private final JexlEngine scripts = new BoundedEngine(features().script(true).sideEffect(true).sideEffectGlobal(true)
            .localVar(true).loops(true).lambda(false), BUDGET_NANOS);
    private final Compiled<JexlExpression> bareOnes = new Compiled<>(this::bare);
    private final Compiled<Filling> fillings = new Compiled<>(text -> Filling.of(bounded(text), this::compiled));
    private final Compiled<JexlScript> compiledScripts = new Compiled<>(text -> scripts.createScript(bounded(text)));

    private static JexlFeatures features() {
        return JexlFeatures.createNone().methodCall(true).arrayReferenceExpr(true).structuredLiteral(true)
                .comparatorNames(true).newInstance(false).pragma(false).annotation(false);
    }

    @Override
    public Evaluation<Boolean> condition(Expression expression, Map<String, Value> variables) {
        return guarded(() -> bareOnes.get(expression.text()).evaluate(new Variables(variables)))
                .then(JexlExpressions::asBoolean);
    }

    private static Evaluation<Boolean> asBoolean(Object value) {
        return value instanceof Boolean b ? Evaluation.of(b)
                : Evaluation.failed("the condition gives " + value + ", which is neither true nor false");
    }

    @Override
    public Evaluation<Object> value(Expression expression, Map<String, Value> variables) {
        return guarded(() -> typed(bareOnes.get(expression.text()).evaluate(new Variables(variables))));
    }

    @Override
    public Evaluation<Object> template(String text, Map<String, Value> variables) {
        return guarded(() -> typed(fillings.get(text).fill(new Variables(variables))));
    }

    @Override
    public Evaluation<String> text(String template, Map<String, Value> variables, Writing writing) {
        return guarded(() -> fillings.get(template).written(new Variables(variables), writing));
    }

    /** Of one of the types that variables have: the library makes arrays of lists, and ints and doubles of literals. */
    private static Object typed(Object made) {
        boolean known = made == null || made instanceof String || made instanceof Long || made instanceof Boolean
                || made instanceof BigDecimal || made instanceof BigInteger || made instanceof List<?> || made instanceof Map<?, ?>;
        return known ? made : Value.of(made).toJava();
    }

    @Override
    public Evaluation<Map<String, Optional<Value>>> script(Expression script, Map<String, Value> variables) {
        return guarded(() -> {
            Variables context = new Variables(variables);
            compiledScripts.get(script.text()).execute(context);
            return context.changed();
        });
    }

    /** Once it has rejected, it does not matter how it went on. */
    @Override
    public Evaluation<Ruling> rule(String script, Map<String, Value> variables) {
        Decisions decisions = new Decisions();
        Variables context = new Variables(variables, decisions);
        Evaluation<Ruling> ruling = guarded(() -> {
            compiledScripts.get(script).execute(context);
            return decisions.with(context.changed());
        });
        return decisions.isRejected() ? Evaluation.of(decisions.with(Map.of())) : ruling;
    }

    @Override
    public Optional<String> checkCondition(Expression expression) {
        return problem(() -> bareOnes.get(expression.text()));
    }

    @Override
    public Optional<String> checkValue(Expression expression) {
        return checkCondition(expression);
    }

    @Override
    public Optional<String> checkTemplate(String text) {
        return problem(() -> fillings.get(text));
    }

    @Override
    public Optional<String> checkScript(Expression script) {
        return problem(() -> compiledScripts.get(script.text()));
    }

    private static Optional<String> problem(Supplier<Object> attempt) {
        return Optional.ofNullable(guarded(attempt).error());
    }

    /** A condition may be written bare or as one {@code ${…}}. */
    private JexlExpression bare(String text) {
        Template template = Template.of(bounded(text).strip());
        return compiled(template.isExpression() ? template.parts().get(0).text() : text);
    }

    private JexlExpression compiled(String expression) {
        return conditions.createExpression(expression);
    }

    private static String bounded(String source) {
        if (source.length() > MAX_SOURCE) {
            throw new IllegalArgumentException("longer than " + MAX_SOURCE + " characters");
        }
        return source;
    }

    /**
     * Every failure of an expression is an outcome. A script can nest deeply enough to exhaust the stack, which is the
     * script's failure too, not the server's.
     */
    private static <T> Evaluation<T> guarded(Supplier<T> attempt) {
        try {
            return Evaluation.of(attempt.get());
        } catch (JexlException.Cancel e) {
            return Evaluation.failed("it ran longer than " + BUDGET_NANOS / 1_000_000 + " ms or took too many steps");
        } catch (JexlException e) {
            if (e.getCause() instanceof Functions.Thrown thrown) {
                return Evaluation.thrown(thrown.code(), thrown.getMessage());
            }
            return Evaluation.failed(told(e));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Evaluation.failed(e.getMessage());
        } catch (StackOverflowError e) {
            return Evaluation.failed("it is nested too deeply");
        }
    }

    /** The library's sentence without the place in our code, and what lies behind it, as in {@code / by zero}. */
    private static String told(JexlException failure) {
        String sentence = failure.getMessage().replaceFirst("^[\\w.$]+:\\d+:?", "").replaceFirst("^@", "");
        Throwable cause = failure.getCause();
        boolean saysMore = cause instanceof ArithmeticException || cause instanceof IllegalArgumentException;
        return saysMore ? sentence + ": " + cause.getMessage() : sentence;
    }
}
