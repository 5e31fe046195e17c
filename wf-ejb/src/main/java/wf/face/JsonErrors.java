package wf.face;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import java.util.stream.Collectors;
import wf.refusal.Messages;
import wf.refusal.Refused;

/** Says in our words what is wrong with a JSON text: which field, and what belongs there. */
public final class JsonErrors {
    private JsonErrors() { }

    public static Refused refusal(JsonProcessingException e, Locale locale) {
        return refusal(e, locale, "");
    }

    /** As above, for a text that stands in a field of another one. */
    public static Refused refusal(JsonProcessingException e, Locale locale, String field) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return Refusals.invalidInput(locale, "json.unknown", path(unknown, field), known(unknown));
        }
        if (e instanceof JsonMappingException mapping && e.getCause() instanceof InputCoercionException number && !path(mapping, field).isEmpty()) {
            return Refusals.invalidInput(locale, "json.range", path(mapping, field), smallest(number.getTargetType()), greatest(number.getTargetType()));
        }
        if (e.getCause() instanceof StreamReadException malformed) {
            return refusal(malformed, locale);
        }
        if (e instanceof MismatchedInputException mismatch && !path(mismatch, field).isEmpty()) {
            return Refusals.invalidInput(locale, "json.type", path(mismatch, field), expected(mismatch.getTargetType(), locale));
        }
        if (e instanceof JsonMappingException mapping && !path(mapping, field).isEmpty()) {
            return Refusals.invalidInput(locale, "json.value", path(mapping, field));
        }
        if (e instanceof MismatchedInputException mismatch) {
            return Refusals.invalidInput(locale, "json.root", expected(mismatch.getTargetType(), locale));
        }
        return malformed(e, locale);
    }

    private static Refused malformed(JsonProcessingException e, Locale locale) {
        if (e instanceof StreamConstraintsException || e.getLocation() == null) {
            return Refusals.invalidInput(locale, "json.constraint");
        }
        return Refusals.invalidInput(locale, "json.malformed", e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    private static String smallest(Class<?> type) {
        return type == int.class || type == Integer.class ? String.valueOf(Integer.MIN_VALUE) : String.valueOf(Long.MIN_VALUE);
    }

    private static String greatest(Class<?> type) {
        return type == int.class || type == Integer.class ? String.valueOf(Integer.MAX_VALUE) : String.valueOf(Long.MAX_VALUE);
    }

    private static String path(JsonMappingException e, String field) {
        StringBuilder path = new StringBuilder(field);
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String known(UnrecognizedPropertyException e) {
        Collection<Object> names = e.getKnownPropertyIds();
        return names == null ? "" : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    /** What belongs in a place of this type. */
    public static String expected(Class<?> type, Locale locale) {
        if (type == null) {
            return Messages.text(locale, "type.object");
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
        }
        return Messages.text(locale, "type." + kind(type));
    }

    private static String kind(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "integer";
        }
        if (type == byte[].class) {
            return "base64";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "list";
        }
        return type == String.class ? "text" : type == Date.class ? "instant" : "object";
    }
}
