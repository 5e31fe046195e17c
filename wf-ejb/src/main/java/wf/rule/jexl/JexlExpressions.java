package wf.rule.jexl;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import wf.rule.Evaluation;
import wf.rule.Expressions;
import wf.value.Value;

/** Expressions in JEXL. Conditions are pure expressions; scripts may also assign variables, branch and loop. */
public final class JexlExpressions implements Expressions {

    /** The longest expression or script, in characters. */
    private static final int MAX_SOURCE = 20_000;
    private static final long BUDGET_NANOS = 500_000_000L;

    private final JexlEngine conditions = new BoundedEngine(features().script(false).sideEffect(false)
            .sideEffectGlobal(false).localVar(false).loops(false).lambda(false), BUDGET_NANOS);
    private final JexlEngine scripts = new BoundedEngine(features().script(true).sideEffect(true).sideEffectGlobal(true)
            .localVar(true).loops(true).lambda(false), BUDGET_NANOS);

    private static JexlFeatures features() {
        return JexlFeatures.createNone().methodCall(true).arrayReferenceExpr(true).structuredLiteral(true)
                .comparatorNames(true).newInstance(false).pragma(false).annotation(false);
    }

    @Override
    public Evaluation<Boolean> condition(String expression, Map<String, Value> variables) {
        return guarded(() -> evaluate(bare(expression), variables)).then(JexlExpressions::asBoolean);
    }

    private static Evaluation<Boolean> asBoolean(Object value) {
        return value instanceof Boolean b ? Evaluation.of(b)
                : Evaluation.failed("the condition gives " + value + ", which is neither true nor false");
    }

    @Override
    public Evaluation<Object> template(String text, Map<String, Value> variables) {
        return guarded(() -> {
            Template template = Template.of(text);
            return template.isExpression() ? evaluate(template.parts().get(0).text(), variables)
                    : filled(template, variables);
        });
    }

    private String filled(Template template, Map<String, Value> variables) {
        StringBuilder filled = new StringBuilder();
        for (Template.Part part : template.parts()) {
            filled.append(part.isExpression() ? evaluate(part.text(), variables) : part.text());
        }
        return filled.toString();
    }

    @Override
    public Evaluation<Map<String, Optional<Value>>> script(String script, Map<String, Value> variables) {
        return guarded(() -> {
            Variables context = new Variables(variables);
            scripts.createScript(bounded(script)).execute(context);
            return context.changed();
        });
    }

    @Override
    public Optional<String> checkCondition(String expression) {
        return problem(() -> conditions.createExpression(bare(expression)));
    }

    @Override
    public Optional<String> checkTemplate(String text) {
        return problem(() -> {
            Template.of(text).parts().stream().filter(Template.Part::isExpression)
                    .forEach(p -> conditions.createExpression(bounded(p.text())));
            return text;
        });
    }

    @Override
    public Optional<String> checkScript(String script) {
        return problem(() -> scripts.createScript(bounded(script)));
    }

    private static Optional<String> problem(Supplier<Object> attempt) {
        return Optional.ofNullable(guarded(attempt).error());
    }

    private Object evaluate(String expression, Map<String, Value> variables) {
        return conditions.createExpression(bounded(expression)).evaluate(new Variables(variables));
    }

    /** A condition may be written bare or as one {@code ${…}}. */
    private static String bare(String expression) {
        Template template = Template.of(expression.strip());
        return bounded(template.isExpression() ? template.parts().get(0).text() : expression);
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
