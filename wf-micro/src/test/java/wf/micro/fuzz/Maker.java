package wf.micro.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import wf.scenario.Model;

/** Makes values that look right: of their shape, and where possible about what is there. */
final class Maker {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Stock stock;
    private final Random random;
    private final boolean sparing;

    /** @param sparing whether only what requests are about is there */
    Maker(Stock stock, Random random, boolean sparing) {
        this.stock = stock;
        this.random = random;
        this.sparing = sparing;
    }

    /** Whether a field or argument that may be left out is there. */
    boolean has(String name) {
        int likelihood = likelihood(name);
        return sparing ? likelihood >= 90 : random.nextInt(100) < likelihood;
    }

    JsonNode value(String name, Shape shape) {
        return switch (shape.kind()) {
            case OBJECT -> object(shape);
            case LIST -> list(name, shape);
            case WHOLE -> NODES.numberNode(whole(name));
            case NUMBER -> NODES.numberNode(random.nextInt(100) / 10.0);
            case TRUTH -> NODES.booleanNode(random.nextBoolean());
            case MOMENT -> NODES.textNode(stock.moment(random));
            case BYTES -> NODES.textNode(Base64.getEncoder().encodeToString(file(name)));
            case TEXT -> NODES.textNode(text(name, shape));
        };
    }

    private ObjectNode object(Shape shape) {
        if (shape.fields().keySet().containsAll(java.util.Set.of("name", "type", "value")) && shape.fields().size() == 3) {
            return variable(shape);
        }
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<String, Shape> field : shape.fields().entrySet()) {
            if (shape.required().contains(field.getKey()) || has(field.getKey())) {
                object.set(field.getKey(), value(field.getKey(), field.getValue()));
            }
        }
        return object;
    }

    /** What most requests are about is seldom left out; what changes their meaning as a whole is seldom there. */
    private int likelihood(String field) {
        return switch (field) {
            case "opId", "preview", "onBehalfOf" -> 10;
            case "expectedVersion", "definitionVersion", "scriptVersion", "delayUntil", "cursor" -> 3;
            case "request", "definitionKey", "reason", "users", "user", "source", "name", "path", "to", "kind", "type", "value",
                    "wishes", "loginName", "password", "oldPassword", "identityCode", "role", "account", "keyId", "owner", "date", "scheduleName", "scriptName", "service", "operation", "span" -> 90;
            case "from", "accept" -> sparing ? 90 : 60;
            case "newPassword" -> 5;
            default -> 50;
        };
    }

    /** Like all objects with these fields in this order, in which the type fits the value. */
    private ObjectNode variable(Shape shape) {
        String type = random.nextBoolean() ? "INTEGER" : "STRING";
        ObjectNode variable = NODES.objectNode();
        for (String field : shape.fields().keySet()) {
            variable.put(field, switch (field) {
                case "name" -> random.nextBoolean() ? "days" : "note";
                case "type" -> shape.fields().get("type").words().contains(type) ? type : shape.fields().get("type").words().get(0);
                default -> "3";
            });
        }
        return variable;
    }

    private ArrayNode list(String name, Shape shape) {
        ArrayNode list = NODES.arrayNode();
        for (int i = random.nextInt(3); i >= 0; i--) {
            list.add(value(name, shape.item()));
        }
        return list;
    }

    private long whole(String name) {
        String known = stock.draw(name, random);
        if (known != null && known.matches("\\d{1,18}")) {
            return Long.parseLong(known);
        }
        return name.endsWith("Id") ? 9_000_000_000L + random.nextInt(1000) : 1 + random.nextInt(20);
    }

    private String text(String name, Shape shape) {
        if (!shape.words().isEmpty()) {
            return shape.words().get(random.nextInt(shape.words().size()));
        }
        if (sparing && (name.equals("from") || name.equals("to"))) {
            return stock.moment(random);
        }
        String known = stock.draw(name, random);
        return known != null ? known : "text " + random.nextInt(1000);
    }

    private byte[] file(String name) {
        String bpmn = Model.process("fuzzed" + random.nextInt(20)).step("draft", Model.byStarter()).step("review", Model.by("li")).end();
        return (name.equals("source") ? bpmn : "content " + random.nextInt(1000)).getBytes(StandardCharsets.UTF_8);
    }
}
