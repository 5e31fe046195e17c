package wf.micro.face;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import wf.contract.WorkListKind;
import wf.face.Json;

/** The REST face. The argument {@code request} is the body, the others stand in the path or in the query. */
public final class Rest implements Face {
    private final URI root;
    private final Http http = new Http();

    public Rest(URI product) {
        root = product.resolve("api/v1/");
    }

    @Override
    public <R> R call(String person, Class<R> reply, String operation, Map<String, Object> arguments) {
        Route route = Route.of(operation);
        String path = route.path();
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        byte[] body = route.method().equals("POST") ? new byte[] {'{', '}'} : null;
        for (Map.Entry<String, Object> argument : arguments.entrySet()) {
            String place = "{" + argument.getKey() + "}";
            if (argument.getKey().equals("request")) {
                body = json(argument.getValue());
            } else if (path.contains(place)) {
                path = path.replace(place, text(argument.getValue()));
            } else {
                query.add(argument.getKey() + "=" + text(argument.getValue()));
            }
        }
        return read(send(person, route.method(), path + query, body == null ? null : "application/json", body), reply);
    }

    /** Anything at all, also what no client would send. */
    public HttpResponse<String> send(String person, String method, String path, String type, byte[] body, String... headers) {
        return http.send(person, method, root.resolve(path), type, body, headers);
    }

    /** The reply in an answer. */
    public static <R> R read(HttpResponse<String> answer, Class<R> reply) {
        try {
            if (answer.statusCode() / 100 != 2) {
                throw refusal(answer);
            }
            return Json.MAPPER.readValue(answer.body(), reply);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no " + reply.getSimpleName() + ": " + answer.body(), e);
        }
    }

    private static Refusal refusal(HttpResponse<String> answer) throws JsonProcessingException {
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        if (!type.startsWith("application/problem+json")) {
            throw new AssertionError(answer.statusCode() + " with " + type + ": " + answer.body());
        }
        JsonNode problem = Json.MAPPER.readTree(answer.body());
        if (problem.path("status").asInt() != answer.statusCode()) {
            throw new AssertionError(answer.statusCode() + " is not the status in " + answer.body());
        }
        return new Refusal(answer.statusCode(), problem.path("code").asText(), problem.path("detail").asText(), answer.body());
    }

    private static byte[] json(Object bean) {
        try {
            return Json.MAPPER.writeValueAsBytes(bean);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String text(Object value) {
        return value instanceof WorkListKind kind ? kind.name().toLowerCase(Locale.ROOT)
                : URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
