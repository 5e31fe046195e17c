package wf.node.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.node.call.CallSettings.ErrorRule;
import wf.node.call.CallSettings.Result;
import wf.rule.Expression;
import wf.rule.Expressions;

/**
 * Reads what an automatic node calls: a bean, in our words or in those of kindred engines, or a call described by an
 * element {@code wf:rest}, {@code wf:soap}, {@code wf:sql} or {@code wf:jms}; at the node, or at the operation to which it
 * refers.
 */
public final class CallReader {

    private static final String BEAN = "[A-Za-z_][A-Za-z0-9_]*";
    private static final String BEAN_EXPRESSION = "^[$#]\\{\\s*(" + BEAN + ")\\s*}$";
    private static final String VARIABLE = "[A-Za-z][A-Za-z0-9_]{0,99}";

    private final ModelElement element;
    private final Findings findings;

    public CallReader(ModelElement element, Findings findings) {
        this.element = element;
        this.findings = findings;
    }

    /** The call is null where the model names nothing. */
    public CallSettings read() {
        List<Call> calls = new ArrayList<>(at(element));
        for (Optional<ModelElement> at = operation(); calls.isEmpty() && at.isPresent(); at = at.flatMap(ModelElement::parent)) {
            calls.addAll(at(at.get()));
        }
        if (calls.size() > 1) {
            findings.error("CALL_SEVERAL", element.id());
        }
        return new CallSettings(calls.isEmpty() ? null : calls.get(0), resultVariable(), results(), errors());
    }

    private Optional<ModelElement> operation() {
        return element.referred("operationRef");
    }

    private List<Call> at(ModelElement at) {
        List<Call> calls = new ArrayList<>();
        bean(at).ifPresent(calls::add);
        RemoteReader remote = new RemoteReader(element.id(), findings);
        RemoteReader.ELEMENTS.forEach(name -> at.extensions(name).forEach(e -> calls.add(new Call.Remote(remote.read(e)))));
        return calls;
    }

    /** Whether the paths of results can be read: a JSON pointer, or an XPath for what is answered in XML. */
    public static void checkPaths(CallSettings settings, String owner, Expressions expressions, Findings findings) {
        for (Result result : settings.results()) {
            boolean pointer = result.path() == null || result.path().matches("(/([^~/]|~[01])*)*") && !result.path().startsWith("//");
            if (!pointer || result.path() != null && settings.remote().filter(RemoteCall.Soap.class::isInstance).isPresent()) {
                expressions.checkValue(new Expression(result.path(), "xpath"))
                        .ifPresent(e -> findings.error("CALL_PATH", owner, result.path(), e));
            }
        }
    }

    // ---- beans ----

    private Optional<Call> bean(ModelElement at) {
        at.extension("class").ifPresent(c -> findings.error("JAVA_CLASS", element.id(), c));
        at.extension("type").ifPresent(t -> findings.error("CALL_TYPE", element.id(), t));
        return at.extension("class").or(() -> at.extension("type")).<Call>map(Call.Bean::new).or(() -> named(at));
    }

    private Optional<Call> named(ModelElement at) {
        return at.extension("bean").or(() -> at.extension("delegateExpression")).map(this::named)
                .or(() -> at.extension("expression").map(this::expression));
    }

    private Call named(String said) {
        String name = said.strip().replaceAll(BEAN_EXPRESSION, "$1");
        if (!name.matches(BEAN)) {
            findings.error("CALL_BEAN", element.id(), said);
        }
        return new Call.Bean(name);
    }

    /** The name of a bean, or what gives the result by itself; the method of a bean can be neither. */
    private Call expression(String said) {
        if (resultVariable() == null || said.strip().matches(BEAN_EXPRESSION)) {
            return named(said);
        }
        return new Call.Pure(Expression.of(said));
    }

    // ---- the answer ----

    private String resultVariable() {
        Optional<String> variable = element.extension("resultVariable").or(() -> element.extension("resultVariableName"))
                .or(() -> inCalls("result").stream().filter(r -> r.attribute("path").isEmpty() && r.attribute("xpath").isEmpty()
                        && r.attribute("value").isEmpty()).findFirst().flatMap(r -> r.attribute("name")));
        variable.ifPresent(this::checkVariable);
        return variable.orElse(null);
    }

    private void checkVariable(String name) {
        if (!name.matches(VARIABLE) || name.equals(CallSettings.RESPONSE)) {
            findings.error("CALL_RESULT", element.id(), name);
        }
    }

    private List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (ModelElement said : inCalls("result")) {
            Optional<String> path = said.attribute("path").or(() -> said.attribute("xpath"));
            Optional<String> value = said.attribute("value");
            String name = said.attribute("name").orElse("");
            checkVariable(name);
            if (path.isPresent() && value.isPresent()) {
                findings.error("CALL_RESULT", element.id(), name);
            } else if (path.isPresent() || value.isPresent()) {
                results.add(new Result(name, path.orElse(null), value.map(Expression::of).orElse(null)));
            }
        }
        return results;
    }

    private List<ErrorRule> errors() {
        List<ErrorRule> errors = new ArrayList<>();
        for (ModelElement said : inCalls("error")) {
            String status = said.attribute("status").orElse(null);
            String fault = said.attribute("fault").orElse(null);
            boolean known = (status == null ? fault != null : status.matches("[1-5][0-9x][0-9x]")) && said.attribute("code").isPresent();
            if (known) {
                errors.add(new ErrorRule(status, fault, said.attribute("code").get()));
            } else {
                findings.error("CALL_ERROR", element.id(), said.attribute("code").orElse(""));
            }
        }
        return errors;
    }

    private List<ModelElement> inCalls(String name) {
        Stream<ModelElement> places = Stream.concat(Stream.of(element), Stream.concat(operation().stream(),
                operation().flatMap(ModelElement::parent).stream()));
        return places.flatMap(p -> RemoteReader.ELEMENTS.stream().flatMap(e -> p.extensions(e).stream()))
                .flatMap(e -> e.extensionChildren(name).stream()).toList();
    }
}
