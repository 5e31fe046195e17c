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
        if (fields.isEmpty()) {
            return on.input();
        }
        Map<String, Optional<Value>> taken = new LinkedHashMap<>();
        fields.stream().filter(Fields::isWritable).filter(f -> on.input().containsKey(f.name()))
                .forEach(f -> taken.put(f.name(), on.input().get(f.name())));
        return taken;
    }

    private static boolean isWritable(Field field) {
        return field.access() == FieldAccess.WRITE || field.access() == FieldAccess.REQUIRED;
    }

    static List<Field> required(Subject on) {
        return on.node().settings().fields().stream().filter(f -> f.access() == FieldAccess.REQUIRED).toList();
    }

    static boolean hasValue(Subject on, Field field) {
        Optional<Value> sent = on.input().get(field.name());
        Value value = sent != null ? sent.orElse(null) : on.instance().variables().get(field.name());
        return value != null && !value.text().isBlank();
    }
}
