package wf.micro.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The doors of REST, read off the OpenAPI document that the running product publishes. */
final class OpenApiDoors {
    private static final int DEPTH = 6;

    private final OpenAPI document;

    private OpenApiDoors(OpenAPI document) {
        this.document = document;
    }

    static List<Door> read(String json) throws JsonProcessingException {
        OpenApiDoors reader = new OpenApiDoors(Json.mapper().readValue(json, OpenAPI.class));
        List<Door> doors = new ArrayList<>();
        reader.document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            if (!isStream(operation)) {
                doors.add(reader.door(path, method, operation));
            }
        }));
        return doors;
    }

    /** Whoever asks for a stream waits for its end, and it has none. */
    private static boolean isStream(Operation operation) {
        ApiResponse answer = operation.getResponses().get("200");
        return answer != null && answer.getContent() != null && answer.getContent().containsKey("text/event-stream");
    }

    private Door door(String path, PathItem.HttpMethod method, Operation operation) {
        List<Door.Argument> arguments = new ArrayList<>();
        for (Parameter parameter : operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters()) {
            arguments.add(new Door.Argument(parameter.getName(), parameter.getIn(), shape(parameter.getSchema(), 0),
                    Boolean.TRUE.equals(parameter.getRequired())));
        }
        Content content = operation.getRequestBody() == null ? null : operation.getRequestBody().getContent();
        Shape body = content == null ? null : shape(content.getOrDefault("application/json", content.values().iterator().next()).getSchema(), 0);
        boolean raw = content != null && content.values().stream().anyMatch(type -> "binary".equals(type.getSchema().getFormat()));
        return new Door(Door.REST, operation.getOperationId(), method.name(), "api/v1" + path, arguments, body, raw);
    }

    private Shape shape(Schema<?> schema, int depth) {
        if (schema.get$ref() != null) {
            return shape(document.getComponents().getSchemas().get(schema.get$ref().replaceFirst(".*/", "")), depth);
        } else if (schema.getEnum() != null) {
            return Shape.word(schema.getEnum().stream().map(String::valueOf).toList());
        } else if ("array".equals(schema.getType())) {
            return Shape.list(depth < DEPTH ? shape(schema.getItems(), depth + 1) : Shape.of(Shape.Kind.TEXT));
        } else if (schema.getProperties() != null) {
            return object(schema, depth);
        }
        return Shape.of(kind(schema));
    }

    private Shape object(Schema<?> schema, int depth) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        if (depth < DEPTH) {
            schema.getProperties().forEach((name, property) -> fields.put(name, shape(property, depth + 1)));
        }
        return Shape.object(fields, schema.getRequired() == null ? Set.of() : Set.copyOf(schema.getRequired()));
    }

    private static Shape.Kind kind(Schema<?> schema) {
        return switch (String.valueOf(schema.getType())) {
            case "integer" -> Shape.Kind.WHOLE;
            case "number" -> Shape.Kind.NUMBER;
            case "boolean" -> Shape.Kind.TRUTH;
            case "object" -> Shape.Kind.OBJECT;
            default -> switch (String.valueOf(schema.getFormat())) {
                case "byte", "binary" -> Shape.Kind.BYTES;
                case "date-time" -> Shape.Kind.MOMENT;
                default -> Shape.Kind.TEXT;
            };
        };
    }
}
