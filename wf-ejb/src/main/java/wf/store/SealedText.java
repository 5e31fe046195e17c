package wf.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where values of fields stand in stored JSON, whatever it is of: as {@code "card": {"type", "text"}} among variables, as
 * {@code {"name": "card", "before", "after"}} in a change, as {@code {"name": "card", "value"}} in what was saved. Only the
 * texts are sealed, so that all else of a journal stays readable when the key is gone.
 */
final class SealedText {

    static final String PREFIX = "enc1:";
    private static final String TYPE = "type";
    private static final String TEXT = "text";
    private static final String VALUE = "value";
    /** Under these names stand values by the names of their variables. */
    private static final Set<String> VALUES = Set.of("variables", "inputs", "read");
    private static final Set<String> CHANGE = Set.of("before", "after");

    private SealedText() { }

    /** @param sealing makes of a text what may be stored of it */
    static void seal(JsonNode node, Set<String> fields, UnaryOperator<String> sealing) {
        if (node instanceof ObjectNode object) {
            boolean named = fields.contains(object.path("name").asText());
            for (Iterator<Map.Entry<String, JsonNode>> parts = object.fields(); parts.hasNext(); ) {
                Map.Entry<String, JsonNode> part = parts.next();
                if (VALUES.contains(part.getKey()) && part.getValue() instanceof ObjectNode values) {
                    values.fields().forEachRemaining(v -> v.setValue(fields.contains(v.getKey()) ? sealed(v.getValue(), sealing) : v.getValue()));
                } else if (named && CHANGE.contains(part.getKey())) {
                    part.setValue(sealed(part.getValue(), sealing));
                } else if (isValue(part.getValue()) && (named || fields.contains(part.getKey()))) {
                    replace((ObjectNode) part.getValue(), TEXT, sealing);
                } else if (named && part.getKey().equals(VALUE) && part.getValue().isTextual()) {
                    part.setValue(object.textNode(sealing.apply(part.getValue().asText())));
                } else {
                    seal(part.getValue(), fields, sealing);
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(n -> seal(n, fields, sealing));
        }
    }

    /** A value with its type, also where {@link ValueJson} wrote it without. */
    private static JsonNode sealed(JsonNode value, UnaryOperator<String> sealing) {
        if (isValue(value)) {
            replace((ObjectNode) value, TEXT, sealing);
        }
        if (!value.isValueNode() || value.isNull()) {
            return value;
        }
        String type = value.isBoolean() ? "BOOLEAN" : value.isNumber() ? "INTEGER" : "STRING";
        return JsonNodeFactory.instance.objectNode().put(TYPE, type).put(TEXT, sealing.apply(value.asText()));
    }

    private static boolean isValue(JsonNode node) {
        return node.isObject() && node.size() == 2 && node.path(TYPE).isTextual() && node.path(TEXT).isTextual();
    }

    private static void replace(ObjectNode value, String field, UnaryOperator<String> by) {
        value.put(field, by.apply(value.get(field).asText()));
    }

    /** @param cipher empty when the key was erased: then nothing is left of the value, not even its type */
    static void open(JsonNode node, Optional<InstanceCipher> cipher) {
        if (node instanceof ObjectNode object) {
            open(object, TEXT, cipher);
            open(object, VALUE, cipher);
        }
        node.forEach(n -> open(n, cipher));
    }

    private static void open(ObjectNode object, String field, Optional<InstanceCipher> cipher) {
        String sealed = object.path(field).asText();
        if (!sealed.startsWith(PREFIX)) {
            return;
        } else if (cipher.isEmpty()) {
            object.put(TYPE, "STRING").put(field, "");
        } else {
            cipher.get().open(sealed.substring(PREFIX.length())).ifPresent(plain -> object.put(field, new String(plain, StandardCharsets.UTF_8)));
        }
    }
}
