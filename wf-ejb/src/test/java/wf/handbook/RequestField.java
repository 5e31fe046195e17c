package wf.handbook;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.contract.OperationRequest;
import wf.contract.Property;

/** One field of a request, as a client sees it. */
record RequestField(String name, String type, String meaning) {

    /** What the operation takes besides what all take. */
    static List<RequestField> own(Class<? extends OperationRequest> request) {
        List<RequestField> fields = new ArrayList<>();
        for (Class<?> type = request; type != OperationRequest.class; type = type.getSuperclass()) {
            fields.addAll(0, declared(type));
        }
        return fields;
    }

    static List<RequestField> declared(Class<?> type) {
        Comments comments = new Comments(type);
        return Stream.of(type.getDeclaredFields()).filter(f -> Modifier.isPublic(f.getModifiers()) && !Modifier.isStatic(f.getModifiers()))
                .map(f -> new RequestField(f.getName(), typeOf(f.getGenericType()), comments.ofField(f.getName())
                        .orElseThrow(() -> new AssertionError(describe(f) + " has no comment that says what it means")))).toList();
    }

    private static String describe(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }

    /** Whether its comment says that it must be there. */
    boolean saysRequired() {
        return meaning.matches(".*; required\\b.*");
    }

    private static String typeOf(Type type) {
        if (type instanceof ParameterizedType list) {
            return "list of " + typeOf(list.getActualTypeArguments()[0]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return Stream.of(plain.getEnumConstants()).map(c -> "`" + c + "`").collect(Collectors.joining(", "));
        } else if (plain == String.class) {
            return "text";
        } else if (plain == Date.class) {
            return "date and time (ISO 8601)";
        } else if (plain == boolean.class || plain == Boolean.class) {
            return "true or false";
        } else if (Set.of(long.class, Long.class, int.class, Integer.class).contains(plain)) {
            return "whole number";
        }
        return (plain == Property.class ? "variable {" : "{") + declared(plain).stream().map(f -> "`" + f.name + "`").collect(Collectors.joining(", ")) + "}";
    }
}
