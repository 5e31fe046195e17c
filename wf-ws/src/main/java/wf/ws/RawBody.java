package wf.ws;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import wf.contract.AttachRequest;
import wf.contract.DeployRequest;
import wf.face.JsonErrors;
import wf.face.Refusals;

/** Reads a file that is sent as it is, with its particulars in the URL: {@code curl --data-binary @file} is enough. */
final class RawBody implements MessageBodyReader<Object> {
    private static final Map<Class<?>, List<String>> PARAMETERS = Map.of(
            DeployRequest.class, List.of("category"),
            AttachRequest.class, List.of("name", "workItemId"));

    /** The query parameters that belong to a raw body of this type. */
    static List<String> parameters(Class<?> type) {
        return PARAMETERS.getOrDefault(type, List.of());
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return PARAMETERS.containsKey(type) && !"json".equals(media.getSubtype()) && !media.getSubtype().endsWith("+json");
    }

    @Override
    public Object readFrom(Class<Object> type, Type generic, Annotation[] annotations, MediaType media,
            MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        Exchange exchange = Exchange.current();
        if (media.getType().equals("multipart")) {
            throw Refusals.invalidInput(exchange.locale(), "body.multipart");
        }
        Map<String, String> parameters = QueryString.of(exchange.request());
        return (Class<?>) type == DeployRequest.class ? deployment(parameters, body)
                : attachment(exchange, parameters, media, body);
    }

    private static DeployRequest deployment(Map<String, String> parameters, InputStream body) throws IOException {
        DeployRequest request = new DeployRequest();
        request.category = parameters.get("category");
        request.source = body.readAllBytes();
        return request;
    }

    private static AttachRequest attachment(
            Exchange exchange, Map<String, String> parameters, MediaType media, InputStream body) throws IOException {
        AttachRequest request = new AttachRequest();
        request.name = parameters.get("name");
        request.contentType = media.isWildcardType() ? null : media.toString();
        request.workItemId = workItem(exchange, parameters.get("workItemId"));
        request.content = body.readAllBytes();
        return request;
    }

    private static Long workItem(Exchange exchange, String id) {
        try {
            return id == null ? null : Long.valueOf(id);
        } catch (NumberFormatException e) {
            throw Refusals.invalidInput(exchange.locale(), "parameter.type", "workItemId",
                    JsonErrors.expected(long.class, exchange.locale()));
        }
    }
}
