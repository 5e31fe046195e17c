package wf.node.call;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A call of a system outside. Whatever varies is a template and is filled when the call is decided on; the rest is read
 * from here when it is carried out.
 */
public sealed interface RemoteCall {

    /** Which kind it is and whom it calls, as in {@code rest:crm}; people see it at incidents and in lists of jobs. */
    String target();

    /** Everything in it that is filled with variables. */
    List<String> templates();

    private static List<String> templates(List<NamedText> named, String... more) {
        return Stream.concat(Stream.of(more).filter(Objects::nonNull), named.stream().map(NamedText::template)).toList();
    }

    /**
     * Where a call by HTTP goes to.
     *
     * @param endpoint name of an endpoint in the configuration, to which the address is relative; or null
     * @param address template of the address; its scheme and host are no templates
     */
    record Place(String endpoint, String address) {

        String name() {
            return endpoint != null ? endpoint : address.replaceFirst("^(https?://[^/?#]*).*$", "$1");
        }
    }

    /**
     * An HTTP request.
     *
     * @param body template, or null
     */
    record Rest(String method, Place place, List<NamedText> headers, String contentType, String body, Duration timeout)
            implements RemoteCall {

        public Rest {
            headers = List.copyOf(headers);
        }

        @Override
        public String target() {
            return "rest:" + place.name();
        }

        @Override
        public List<String> templates() {
            return RemoteCall.templates(headers, place.address(), body);
        }
    }

    /**
     * A SOAP operation.
     *
     * @param action the SOAPAction, may be empty
     * @param version 1.1 or 1.2
     * @param body template of the content of the body, or of the whole envelope
     */
    record Soap(Place place, String action, String version, List<NamedText> headers, String body, Duration timeout)
            implements RemoteCall {

        public Soap {
            headers = List.copyOf(headers);
        }

        @Override
        public String target() {
            return "soap:" + place.name();
        }

        @Override
        public List<String> templates() {
            return RemoteCall.templates(headers, place.address(), body);
        }
    }

    /**
     * A query on a data source of the configuration.
     *
     * @param parameters those that are not simply the variable of their name
     * @param first whether only the first row counts
     */
    record Sql(String source, SqlText query, List<NamedText> parameters, boolean first, Duration timeout) implements RemoteCall {

        public Sql {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String target() {
            return "sql:" + source;
        }

        @Override
        public List<String> templates() {
            return RemoteCall.templates(parameters);
        }
    }

    /** A JMS message to a destination of the configuration. */
    record Jms(String destination, List<NamedText> properties, String contentType, String body) implements RemoteCall {

        public Jms {
            properties = List.copyOf(properties);
        }

        @Override
        public String target() {
            return "jms:" + destination;
        }

        @Override
        public List<String> templates() {
            return RemoteCall.templates(properties, body);
        }
    }
}
