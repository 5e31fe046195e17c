package wf.node.call;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.node.call.RemoteCall.Place;

/** Reads the elements that describe a remote call. What could be turned against its author is refused here, at deployment. */
final class RemoteReader {

    static final List<String> ELEMENTS = List.of("rest", "soap", "sql", "jms");

    private static final String NAME = "[A-Za-z][A-Za-z0-9._-]{0,99}";
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}";
    private static final Duration STANDARD = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    /** Headers that belong to the connection and not to the request. */
    private static final Set<String> OF_CONNECTION = Set.of("host", "content-length", "content-type", "connection", "transfer-encoding",
            "upgrade", "expect", "te", "trailer", "keep-alive", "proxy-authorization");

    private final String owner;
    private final Findings findings;

    RemoteReader(String owner, Findings findings) {
        this.owner = owner;
        this.findings = findings;
    }

    RemoteCall read(ModelElement element) {
        return switch (element.type()) {
            case "rest" -> rest(element);
            case "soap" -> soap(element);
            case "sql" -> sql(element);
            default -> jms(element);
        };
    }

    private RemoteCall rest(ModelElement element) {
        String method = element.attribute("method").orElse("GET").toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            findings.error("CALL_METHOD", owner, method);
        }
        Place place = place(element);
        return new RemoteCall.Rest(method, place, headers(element, place), element.attribute("contentType").orElse("application/json"),
                body(element), timeout(element));
    }

    private RemoteCall soap(ModelElement element) {
        String version = element.attribute("version").orElse("1.1");
        String action = element.attribute("action").orElse("");
        if (!version.matches("1\\.[12]") || !action.matches("[\\x21-\\x7e&&[^\"\\\\]]*") || body(element) == null) {
            findings.error("CALL_SOAP", owner);
        }
        Place place = place(element);
        return new RemoteCall.Soap(place, action, version, headers(element, place), body(element), timeout(element));
    }

    private RemoteCall sql(ModelElement element) {
        String rows = element.attribute("rows").orElse("LIST");
        if (!rows.matches("LIST|FIRST")) {
            findings.error("CALL_ROWS", owner, rows);
        }
        return new RemoteCall.Sql(name(element, "source"), query(element), texts(element, "parameter"), rows.equals("FIRST"), timeout(element));
    }

    private SqlText query(ModelElement element) {
        try {
            return SqlText.of(element.text());
        } catch (IllegalArgumentException e) {
            findings.error("CALL_SQL", owner, e.getMessage());
            return new SqlText("", List.of());
        }
    }

    private RemoteCall jms(ModelElement element) {
        List<NamedText> properties = texts(element, "property");
        properties.stream().filter(p -> !p.name().matches("[A-Za-z_][A-Za-z0-9_]{0,99}") || p.name().startsWith("JMS"))
                .forEach(p -> findings.error("CALL_PROPERTY", owner, p.name()));
        return new RemoteCall.Jms(name(element, "destination"), properties, element.attribute("contentType").orElse("application/json"),
                body(element));
    }

    private String name(ModelElement element, String attribute) {
        String name = element.attribute(attribute).orElse("");
        if (!name.matches(NAME)) {
            findings.error("CALL_NAME", owner, attribute, name);
        }
        return name;
    }

    // ---- parts ----

    private Place place(ModelElement element) {
        String endpoint = element.attribute("endpoint").orElse(null);
        String address = element.attribute("url").orElse("");
        String fitting = endpoint == null ? "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?].*)?|https?://\\[[0-9A-Fa-f:]+](:[0-9]{1,5})?([/?].*)?"
                : "([/?].*)?";
        if (!address.matches(fitting) || address.matches(".*[\\x00-\\x20#].*") && !address.contains("${")
                || endpoint != null && !endpoint.matches(NAME)) {
            findings.error("CALL_URL", owner, endpoint == null ? address : endpoint + " " + address);
        }
        return new Place(endpoint, address);
    }

    private List<NamedText> headers(ModelElement element, Place place) {
        List<NamedText> headers = texts(element, "header");
        for (NamedText header : headers) {
            if (!header.name().matches(TOKEN) || OF_CONNECTION.contains(header.name().toLowerCase(Locale.ROOT))) {
                findings.error("CALL_HEADER", owner, header.name());
            }
            Secret.in(header.template()).stream().filter(s -> !Secret.belongs(s, place.endpoint()))
                    .forEach(s -> findings.error("CALL_SECRET", owner, s));
        }
        return headers;
    }

    private static List<NamedText> texts(ModelElement element, String name) {
        List<NamedText> texts = new ArrayList<>();
        element.extensionChildren(name).forEach(e -> texts.add(new NamedText(e.attribute("name").orElse(""),
                e.attribute("value").orElseGet(e::text))));
        return texts;
    }

    private static String body(ModelElement element) {
        return element.extensionChildren("body").stream().findFirst().map(ModelElement::text).filter(b -> !b.isEmpty()).orElse(null);
    }

    private Duration timeout(ModelElement element) {
        String text = element.attribute("timeout").orElse(null);
        try {
            Duration timeout = text == null ? STANDARD : Duration.parse(text);
            if (timeout.compareTo(Duration.ZERO) > 0 && timeout.compareTo(LONGEST) <= 0) {
                return timeout;
            }
        } catch (DateTimeParseException e) {
            // Told below, with the others.
        }
        findings.error("CALL_TIMEOUT", owner, text);
        return STANDARD;
    }
}
