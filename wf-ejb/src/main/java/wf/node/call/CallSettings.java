package wf.node.call;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.rule.Expression;

/**
 * What the model says about a call.
 *
 * @param call what is called; null where the model names nothing
 * @param resultVariable takes the whole result; or null
 * @param results parts of the result that become variables
 * @param errors answers that are errors of the model
 */
public record CallSettings(Call call, String resultVariable, List<Result> results, List<ErrorRule> errors) implements NodeSettings {

    /** The name under which expressions of results see the whole answer: {@code response.body}, {@code response.status}. */
    public static final String RESPONSE = "response";

    public CallSettings {
        results = List.copyOf(results);
        errors = List.copyOf(errors);
    }

    /**
     * A variable and the part of the answer that it takes.
     *
     * @param path a JSON pointer or an XPath into the answer; or null
     * @param value an expression that sees the answer and the variables of the process; null where there is a path
     */
    public record Result(String variable, String path, Expression value) { }

    /**
     * An answer that is an error of the model, which a boundary event may catch.
     *
     * @param status what the status looks like, {@code 404} or {@code 4xx}; or null
     * @param fault local name of a SOAP fault code, {@code *} for any; or null
     */
    public record ErrorRule(String status, String fault, String code) {

        boolean isStatus(int number) {
            return status != null && String.valueOf(number).matches(status.replace('x', '.'));
        }

        boolean isFault(String name) {
            return fault != null && (fault.equals("*") || fault.equals(name));
        }
    }

    /** Settings of a node that may call among other things. */
    public interface Holder extends NodeSettings {

        CallSettings call();
    }

    /** What the node calls; empty when it is of a kind that calls nobody. */
    public static Optional<CallSettings> of(Node node) {
        return node.settings() instanceof CallSettings own ? Optional.of(own)
                : node.settings() instanceof Holder holder ? Optional.of(holder.call()) : Optional.empty();
    }

    /** The remote call, for whoever carries it out. */
    public Optional<RemoteCall> remote() {
        return call instanceof Call.Remote remote ? Optional.of(remote.call()) : Optional.empty();
    }

    /** Whether the whole answer is needed, and not only parts of it. */
    public boolean needsResponse() {
        return resultVariable != null || results.stream().anyMatch(r -> r.value() != null);
    }

    /** Everything that is filled with variables, for the check of its syntax. */
    public Set<String> templates() {
        Set<String> templates = new LinkedHashSet<>();
        remote().ifPresent(r -> templates.addAll(r.templates()));
        results.stream().map(Result::value).filter(Objects::nonNull).map(Expression::text).forEach(templates::add);
        if (call instanceof Call.Pure pure) {
            templates.add(pure.expression().text());
        }
        return templates;
    }

    public Optional<String> codeOfStatus(int status) {
        return errors.stream().filter(e -> e.isStatus(status)).map(ErrorRule::code).findFirst();
    }

    public Optional<String> codeOfFault(String fault) {
        return errors.stream().filter(e -> e.isFault(fault)).map(ErrorRule::code).findFirst();
    }
}
