package wf.node.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wf.contract.ValueType;
import wf.rule.Evaluation;
import wf.rule.Expressions;
import wf.rule.Writing;
import wf.value.Value;

/**
 * Everything about a remote call that depends on variables, computed in the decision: so a job holds it, and whoever
 * carries the call out evaluates nothing. Data fills places and makes no new ones: it is encoded in addresses and bodies,
 * bound in queries, and refused in headers where it would begin another line or name a secret.
 */
public final class CallInputs {

    public static final String ADDRESS = "address";
    public static final String BODY = "body";
    public static final String HEADER = "header.";
    public static final String PARAMETER = "parameter.";
    public static final String PROPERTY = "property.";

    private final Expressions expressions;
    private final Map<String, Value> seen;
    private final Map<String, Value> inputs = new LinkedHashMap<>();
    private String error;

    private CallInputs(Expressions expressions, Map<String, Value> seen) {
        this.expressions = expressions;
        this.seen = seen;
    }

    /** The inputs of a job that carries out the call. */
    public static Evaluation<Map<String, Value>> of(RemoteCall call, Expressions expressions, Map<String, Value> seen) {
        CallInputs inputs = new CallInputs(expressions, seen);
        if (call instanceof RemoteCall.Rest rest) {
            inputs.place(rest.place());
            inputs.headers(rest.headers());
            inputs.body(rest.body(), rest.contentType());
        } else if (call instanceof RemoteCall.Soap soap) {
            inputs.place(soap.place());
            inputs.headers(soap.headers());
            inputs.body(soap.body(), "text/xml");
        } else if (call instanceof RemoteCall.Sql sql) {
            inputs.parameters(sql);
        } else if (call instanceof RemoteCall.Jms jms) {
            jms.properties().forEach(p -> inputs.value(PROPERTY + p.name(), p.template()));
            inputs.body(jms.body(), jms.contentType());
        }
        return inputs.error == null ? Evaluation.of(inputs.inputs) : Evaluation.failed(inputs.error);
    }

    // ---- parts ----

    private void place(RemoteCall.Place place) {
        String address = text(place.address(), Writing.URL);
        if (address.matches("[^?]*/\\.{1,2}(/.*|\\?.*)?")) {
            fail("the address " + address + " leads to another place");
        }
        put(ADDRESS, address);
    }

    private void headers(List<NamedText> headers) {
        for (NamedText header : headers) {
            String value = text(header.template(), Writing.PLAIN);
            if (!value.matches("[\\x20-\\x7e]*")) {
                fail("the value of the header " + header.name() + " has characters that cannot stand in a header");
            } else if (!Secret.in(value).equals(Secret.in(header.template()))) {
                fail("the value of the header " + header.name() + " names a secret that the model does not");
            }
            put(HEADER + header.name(), value);
        }
    }

    private void body(String template, String contentType) {
        if (template != null) {
            Writing writing = writing(contentType);
            String body = text(template, writing);
            put(BODY, body);
            if (writing == Writing.JSON) {
                checkJson(body);
            }
        }
    }

    private void checkJson(String body) {
        try {
            Value.parse(ValueType.JSON, body);
        } catch (IllegalArgumentException e) {
            fail("the body is not JSON: " + e.getMessage());
        }
    }

    private static Writing writing(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.contains("json") ? Writing.JSON : type.contains("xml") ? Writing.XML
                : type.contains("x-www-form-urlencoded") ? Writing.URL : Writing.PLAIN;
    }

    /** A parameter that is not described is the variable of its name; one without value is bound as null. */
    private void parameters(RemoteCall.Sql sql) {
        for (String name : sql.query().parameters()) {
            String template = sql.parameters().stream().filter(p -> p.name().equals(name)).map(NamedText::template)
                    .findFirst().orElse("${" + name + "}");
            value(PARAMETER + name, template);
        }
    }

    // ---- evaluation ----

    private String text(String template, Writing writing) {
        Evaluation<String> text = expressions.text(template, seen, writing);
        if (text.isError()) {
            fail(text.error());
            return "";
        }
        return text.value();
    }

    private void value(String input, String template) {
        Evaluation<Optional<Value>> value = expressions.template(template, seen).then(Evaluation::ofValue);
        if (value.isError()) {
            fail(value.error());
        } else {
            value.value().ifPresent(v -> inputs.put(input, v));
        }
    }

    private void put(String input, String text) {
        inputs.put(input, new Value(ValueType.STRING, text));
    }

    private void fail(String why) {
        error = error == null ? why : error;
    }
}
