package wf.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.contract.FieldAccess;
import wf.definition.Field;
import wf.value.Value;

/**
 * Access to form fields on the server (§9.3): where a node lists its fields, what is sent for other fields, or for
 * fields that may only be read, is dropped. A node without a list takes every variable.
 */
public final class Fields {

    private Fields() { }

    /** What of the input the node takes. */
    public static Map<String, Optional<Value>> writable(Subject on) {
        List<Field> fields = on.node().settings().fields();
        if (isAsked(on)) {
            return Map.of();
        } else if (fields.isEmpty()) {
            return on.input();
        }
        Map<String, Optional<Value>> taken = new LinkedHashMap<>();
        fields.stream().filter(Fields::isWritable).filter(f -> on.input().containsKey(f.name()))
                .forEach(f -> taken.put(f.name(), on.input().get(f.name()).map(v -> typed(f, v))));
        return taken;
    }

    /** Labels of the fields whose value, as it was sent, is not of the field's type. */
    static List<String> mistyped(Subject on) {
        return on.node().settings().fields().stream().filter(Fields::isWritable)
                .filter(f -> on.input().getOrDefault(f.name(), Optional.empty()).filter(v -> !fits(f, v)).isPresent())
                .map(Field::label).toList();
    }

    /** Whom somebody at work has asked gives his opinion and fills in nothing. */
    private static boolean isAsked(Subject on) {
        return on.item() != null && on.item().askedBy() != null;
    }

    private static boolean fits(Field field, Value value) {
        try {
            typed(field, value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A field has the type that the model gives it, whatever type the client named. */
    private static Value typed(Field field, Value value) {
        return value.type() == field.type() ? value : Value.parse(field.type(), value.text());
    }

    private static boolean isWritable(Field field) {
        return field.access() == FieldAccess.WRITE || field.access() == FieldAccess.REQUIRED;
    }

    static List<Field> required(Subject on) {
        return isAsked(on) ? List.of() : on.node().settings().fields().stream().filter(f -> f.access() == FieldAccess.REQUIRED).toList();
    }

    static boolean hasValue(Subject on, Field field) {
        Optional<Value> sent = on.input().get(field.name());
        Value value = sent != null ? sent.orElse(null) : on.instance().variables().get(field.name());
        return value != null && !value.text().isBlank();
    }
}
