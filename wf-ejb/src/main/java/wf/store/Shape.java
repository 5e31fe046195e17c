package wf.store;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;
import wf.instance.InstanceSnapshot;

/**
 * The shape of an instance in this version of the program: what its records are made of, as a short text. A copy that
 * was written by a program whose instances had another shape lacks something, or has it under another name; the journal
 * behind it can still be read, so such a copy is passed over instead of being guessed at.
 */
final class Shape {

    private static final int LENGTH = 16;
    /** Of this program. */
    static final String CURRENT = of(InstanceSnapshot.class);

    private Shape() { }

    static String of(Class<?> record) {
        Map<String, String> parts = new TreeMap<>();
        collect(record, parts);
        return Journal.sha256(parts.toString()).substring(0, LENGTH);
    }

    private static void collect(Type type, Map<String, String> parts) {
        if (type instanceof ParameterizedType many) {
            for (Type argument : many.getActualTypeArguments()) {
                collect(argument, parts);
            }
        } else if (type instanceof Class<?> part && part.isRecord() && parts.putIfAbsent(part.getName(), "") == null) {
            StringBuilder components = new StringBuilder();
            for (RecordComponent component : part.getRecordComponents()) {
                components.append(component.getName()).append(':').append(component.getGenericType().getTypeName()).append(' ');
                collect(component.getGenericType(), parts);
            }
            parts.put(part.getName(), components.toString());
        }
    }
}
