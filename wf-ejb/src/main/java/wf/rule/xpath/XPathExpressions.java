package wf.rule.xpath;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jaxen.Context;
import org.jaxen.ContextSupport;
import org.jaxen.JaxenException;
import org.jaxen.expr.Expr;
import wf.rule.Compiled;
import wf.rule.Evaluation;
import wf.rule.Expression;
import wf.rule.Expressions;
import wf.rule.Ruling;
import wf.rule.Writing;
import wf.value.Value;

/**
 * Expressions in XPath 1.0. A variable is {@code $name}, or a child of the root; a prefix before the name of an element
 * is passed over, since variables have no namespaces. There are no scripts in XPath, and a template is no XPath.
 */
public final class XPathExpressions implements Expressions {

    /** Doubles count every integer up to here. */
    private static final double EXACT = 9_007_199_254_740_992d;

    private final Compiled<Expr> compiled = new Compiled<>(Compiler::compile);

    @Override
    public Evaluation<Boolean> condition(Expression expression, Map<String, Value> variables) {
        return guarded(() -> evaluate(expression, new Names(variables))).then(XPathExpressions::asBoolean);
    }

    /** Nodes hold when there are any, as the standard says, but a single JSON true or false means what it says. */
    private static Evaluation<Boolean> asBoolean(Object result) {
        if (result instanceof List<?> nodes) {
            boolean said = nodes.size() == 1 && ((TreeNode) nodes.get(0)).value() instanceof Boolean b ? b : !nodes.isEmpty();
            return Evaluation.of(said);
        }
        return result instanceof Boolean b ? Evaluation.of(b)
                : Evaluation.failed("the condition gives " + result + ", which is neither true nor false");
    }

    @Override
    public Evaluation<Object> value(Expression expression, Map<String, Value> variables) {
        return guarded(() -> {
            Names names = new Names(variables);
            return typed(evaluate(expression, names), names);
        });
    }

    /** No node is null, one node its value, several nodes a list; a number without fraction is an integer. */
    private static Object typed(Object result, Names names) {
        if (result instanceof List<?> nodes) {
            return names.valueOf(nodes);
        } else if (result instanceof Number number) {
            return number(number.doubleValue());
        }
        return result;
    }

    private static Object number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("it gives no number");
        }
        return number == Math.rint(number) && Math.abs(number) <= EXACT ? (Object) (long) number : BigDecimal.valueOf(number);
    }

    private Object evaluate(Expression expression, Names names) throws JaxenException {
        Context context = new Context(new ContextSupport(prefix -> "", new Functions(names), names, new Tree(new Budget())));
        context.setNodeSet(List.of(names.root()));
        return compiled.get(expression.text()).evaluate(context);
    }

    @Override
    public Evaluation<Object> template(String text, Map<String, Value> variables) {
        return Evaluation.failed("XPath has no templates");
    }

    @Override
    public Evaluation<String> text(String template, Map<String, Value> variables, Writing writing) {
        return Evaluation.failed("XPath has no templates");
    }

    @Override
    public Evaluation<Map<String, Optional<Value>>> script(Expression script, Map<String, Value> variables) {
        return Evaluation.failed("XPath has no scripts");
    }

    @Override
    public Evaluation<Ruling> rule(String script, Map<String, Value> variables) {
        return Evaluation.failed("XPath has no scripts");
    }

    @Override
    public Optional<String> checkCondition(Expression expression) {
        return Optional.ofNullable(guarded(() -> compiled.get(expression.text())).error());
    }

    @Override
    public Optional<String> checkValue(Expression expression) {
        return checkCondition(expression);
    }

    @Override
    public Optional<String> checkTemplate(String text) {
        return Optional.of("XPath has no templates");
    }

    @Override
    public Optional<String> checkScript(Expression script) {
        return Optional.of("XPath has no scripts");
    }

    /**
     * Every failure of an expression is an outcome; one that nests too deeply for the stack is, too. The library has its
     * own exceptions, but casts and null pointers come out of it as well when an expression mixes what does not mix.
     */
    private static <T> Evaluation<T> guarded(Callable<T> attempt) {
        try {
            return Evaluation.of(attempt.call());
        } catch (StackOverflowError e) {
            return Evaluation.failed("it is nested too deeply");
        } catch (ClassCastException | NullPointerException e) {
            return Evaluation.failed("it mixes nodes and values where only one of them can be");
        } catch (Exception e) {
            return Evaluation.failed(String.valueOf(e.getMessage()));
        }
    }
}
