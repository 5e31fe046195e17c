package wf.ws;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import wf.face.JsonErrors;
import wf.face.Refusals;

/**
 * Reads path and query parameters. Without it JAX-RS would answer 404 to a letter in a number, and the caller would
 * look for a thing instead of for his mistake.
 */
final class ParameterTypes implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            long.class, Long::valueOf, Long.class, Long::valueOf,
            int.class, Integer::valueOf, Integer.class, Integer::valueOf,
            boolean.class, ParameterTypes::truth, Boolean.class, ParameterTypes::truth);

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, Object> reader = type.isEnum() ? text -> constant(type, text) : READERS.get(type);
        return reader == null ? null : new Converter<>(type, name(annotations), reader);
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Object constant(Class<?> type, String text) {
        String name = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.toString().equals(name))
                .findFirst().orElseThrow(IllegalArgumentException::new);
    }

    private static String name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof PathParam path) {
                return path.value();
            }
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
        }
        return "?";
    }

    private record Converter<T>(Class<T> type, String name, Function<String, Object> reader)
            implements ParamConverter<T> {
        @Override
        @SuppressWarnings("unchecked") // the reader was chosen by the type; cast() does not know primitives
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return (T) reader.apply(text);
            } catch (IllegalArgumentException e) {
                Locale locale = Exchange.current().locale();
                throw Refusals.invalidInput(locale, "parameter.type", name, JsonErrors.expected(type, locale));
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
