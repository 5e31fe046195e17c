package wf.command;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import wf.contract.ErrorCode;
import wf.contract.OperationRequest;
import wf.contract.Property;
import wf.contract.ValueType;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.value.Value;

/** Reads what was sent with an operation and refuses what is wrong with it, naming the field. */
public final class Inputs {

    private static final int MAX_TEXT = 4_000;
    private static final int MAX_VARIABLES = 1_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");
    private static final Pattern OP_ID = Pattern.compile("[\\x21-\\x7E]{1,64}");
    private static final ClassValue<Field[]> FIELDS = new ClassValue<>() {
        @Override
        protected Field[] computeValue(Class<?> request) {
            return request.getFields();
        }
    };

    private Inputs() { }

    static void check(OperationRequest request, Locale locale) {
        opId(request.opId, locale);
        texts(request, locale);
        require(request.opinion == null || request.opinion.length() <= MAX_TEXT, locale, "TEXT_TOO_LONG", "opinion", MAX_TEXT);
        require(request.variables == null || request.variables.size() <= MAX_VARIABLES, locale, "TOO_MANY_VARIABLES", MAX_VARIABLES);
    }

    public static void opId(String opId, Locale locale) {
        require(opId == null || OP_ID.matcher(opId).matches(), locale, "OP_ID");
    }

    /** The id of a process, as XML and the rows that name it want it. */
    static void definitionKey(String key, String field, Locale locale) {
        require(key != null && !key.isBlank(), locale, "GIVEN", field);
        require(key.matches("[\\p{L}_][\\p{L}\\p{N}_.-]{0,99}"), locale, "DEFINITION_KEY", key);
    }

    /** No text of the request has characters that some database or XML refuses. */
    public static void texts(Object request, Locale locale) {
        for (Field field : FIELDS.get(request.getClass())) {
            Object value = field.getType().isPrimitive() ? null : valueOf(field, request);
            if (value instanceof String text) {
                require(isKeepable(text), locale, "TEXT", field.getName());
            } else if (value instanceof Property property) {
                require(isKeepable(property.value), locale, "TEXT", field.getName());
            } else if (value instanceof List<?> list) {
                list.stream().filter(String.class::isInstance).forEach(t -> require(isKeepable((String) t), locale, "TEXT", field.getName()));
            }
        }
    }

    private static Object valueOf(Field field, Object request) {
        try {
            return field.get(request);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " is public", e);
        }
    }

    /** Whether every database keeps the text as it is, and XML can carry it: no control characters, no half of a character. */
    private static boolean isKeepable(String text) {
        return text == null || text.codePoints().noneMatch(c -> c < ' ' && "\t\n\r".indexOf(c) < 0 || c == 0xFFFE || c == 0xFFFF
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Values by name; empty clears one. Those saved before come first, those sent now win. */
    public static Map<String, Optional<Value>> values(List<Property> saved, List<Property> sent, Locale locale) {
        Map<String, Optional<Value>> values = new LinkedHashMap<>();
        for (Property property : saved) {
            values.put(property.name, value(property, locale));
        }
        for (Property property : sent == null ? List.<Property>of() : sent) {
            require(property != null && property.name != null && NAME.matcher(property.name).matches(), locale, "VARIABLE_NAME",
                    property == null ? null : property.name);
            values.put(property.name, value(property, locale));
        }
        return values;
    }

    /** Values that were read before. */
    static Map<String, Optional<Value>> known(List<Property> sent) {
        Map<String, Optional<Value>> values = new LinkedHashMap<>();
        sent.forEach(p -> values.put(p.name, Optional.ofNullable(p.value).map(text -> Value.parse(p.type, text))));
        return values;
    }

    private static Optional<Value> value(Property property, Locale locale) {
        if (property.value == null) {
            return Optional.empty();
        }
        require(isKeepable(property.value), locale, "TEXT", property.name);
        ValueType type = property.type == null ? ValueType.STRING : property.type;
        try {
            return Optional.of(Value.parse(type, property.value));
        } catch (IllegalArgumentException e) {
            throw refused(locale, "VARIABLE_VALUE", property.name, type.name());
        }
    }

    public static void require(boolean holds, Locale locale, String key, Object... arguments) {
        if (!holds) {
            throw refused(locale, key, arguments);
        }
    }

    private static Refused refused(Locale locale, String key, Object... arguments) {
        return Refused.because(ErrorCode.INVALID_INPUT, Messages.text(locale, "reject." + key, arguments));
    }
}
