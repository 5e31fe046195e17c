package wf.rule.xpath;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jaxen.Context;
import org.jaxen.Function;
import org.jaxen.FunctionCallException;
import org.jaxen.FunctionContext;
import org.jaxen.UnresolvableException;
import org.jaxen.function.BooleanFunction;
import org.jaxen.function.CeilingFunction;
import org.jaxen.function.ConcatFunction;
import org.jaxen.function.ContainsFunction;
import org.jaxen.function.CountFunction;
import org.jaxen.function.FalseFunction;
import org.jaxen.function.FloorFunction;
import org.jaxen.function.LastFunction;
import org.jaxen.function.LocalNameFunction;
import org.jaxen.function.NameFunction;
import org.jaxen.function.NamespaceUriFunction;
import org.jaxen.function.NormalizeSpaceFunction;
import org.jaxen.function.NotFunction;
import org.jaxen.function.NumberFunction;
import org.jaxen.function.PositionFunction;
import org.jaxen.function.RoundFunction;
import org.jaxen.function.StartsWithFunction;
import org.jaxen.function.StringFunction;
import org.jaxen.function.StringLengthFunction;
import org.jaxen.function.SubstringAfterFunction;
import org.jaxen.function.SubstringBeforeFunction;
import org.jaxen.function.SubstringFunction;
import org.jaxen.function.SumFunction;
import org.jaxen.function.TranslateFunction;
import org.jaxen.function.TrueFunction;
import wf.value.Value;

/**
 * What an expression may call: the functions of XPath 1.0 that make sense without documents, and those by which BPMN
 * 2.0.2 (clause 10.4.3) reaches data. A list that starts from nothing, not the library's, which also loads documents.
 */
final class Functions implements FunctionContext {

    private static final Map<String, Function> STANDARD = Map.ofEntries(
            Map.entry("last", new LastFunction()), Map.entry("position", new PositionFunction()),
            Map.entry("count", new CountFunction()), Map.entry("local-name", new LocalNameFunction()),
            Map.entry("namespace-uri", new NamespaceUriFunction()), Map.entry("name", new NameFunction()),
            Map.entry("string", new StringFunction()), Map.entry("concat", new ConcatFunction()),
            Map.entry("starts-with", new StartsWithFunction()), Map.entry("contains", new ContainsFunction()),
            Map.entry("substring-before", new SubstringBeforeFunction()), Map.entry("substring-after", new SubstringAfterFunction()),
            Map.entry("substring", new SubstringFunction()), Map.entry("string-length", new StringLengthFunction()),
            Map.entry("normalize-space", new NormalizeSpaceFunction()), Map.entry("translate", new TranslateFunction()),
            Map.entry("boolean", new BooleanFunction()), Map.entry("not", new NotFunction()), Map.entry("true", new TrueFunction()),
            Map.entry("false", new FalseFunction()), Map.entry("number", new NumberFunction()), Map.entry("sum", new SumFunction()),
            Map.entry("floor", new FloorFunction()), Map.entry("ceiling", new CeilingFunction()), Map.entry("round", new RoundFunction()));

    /** With the number of arguments that each may have; the last argument is the name of what is wanted. */
    private static final Map<String, Set<Integer>> OF_BPMN = Map.of("getDataObject", Set.of(1, 2), "getDataInput", Set.of(1),
            "getDataOutput", Set.of(1), "getProcessProperty", Set.of(1, 2), "getActivityProperty", Set.of(2),
            "getEventProperty", Set.of(2), "getProcessInstanceAttribute", Set.of(1, 2),
            "getActivityInstanceAttribute", Set.of(1, 2));

    private final Names names;

    Functions(Names names) {
        this.names = names;
    }

    /** Models call the functions of BPMN with whatever prefix they have for it, or with none. */
    static boolean knows(String prefix, String name) {
        return OF_BPMN.containsKey(name) || isPlain(prefix) && STANDARD.containsKey(name);
    }

    static String known() {
        return String.join(", ", new TreeMap<>(OF_BPMN).keySet());
    }

    private static boolean isPlain(String prefix) {
        return prefix == null || prefix.isEmpty();
    }

    @Override
    public Function getFunction(String uri, String prefix, String name) throws UnresolvableException {
        Function standard = isPlain(prefix) ? STANDARD.get(name) : null;
        if (standard != null) {
            return (context, arguments) -> {
                charge(name, context, arguments);
                return standard.call(context, arguments);
            };
        } else if (OF_BPMN.containsKey(name)) {
            return (context, arguments) -> data(name, context, arguments);
        }
        throw new UnresolvableException("there is no function " + name);
    }

    private Object data(String function, Context context, List<?> arguments) throws FunctionCallException {
        if (!OF_BPMN.get(function).contains(arguments.size())) {
            throw new FunctionCallException(function + " has " + arguments.size() + " arguments");
        }
        String name = StringFunction.evaluate(arguments.get(arguments.size() - 1), context.getNavigator());
        try {
            return arguments.size() == 1 ? names.getVariableValue(null, null, name)
                    : names.owned(StringFunction.evaluate(arguments.get(0), context.getNavigator()), name);
        } catch (UnresolvableException e) {
            throw new FunctionCallException(e.getMessage(), e);
        }
    }

    /** Paid before the work is done; nodes pay for themselves when their text is asked for. */
    private static void charge(String name, Context context, List<?> arguments) {
        long length = 0;
        for (Object argument : arguments) {
            length += argument instanceof String text ? text.length() : 0;
        }
        Budget budget = ((Tree) context.getNavigator()).budget();
        if (name.equals("concat") && length > Value.MAX_LENGTH) {
            throw new IllegalArgumentException("a text grew too large");
        }
        if (name.equals("translate") && arguments.size() == 3) {
            budget.steps(length * StringFunction.evaluate(arguments.get(1), context.getNavigator()).length());
        }
        budget.text(length);
    }
}
