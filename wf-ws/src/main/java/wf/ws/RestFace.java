package wf.ws;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import wf.face.Call;
import wf.face.Refusals;
import wf.face.RequestFields;
import wf.refusal.Refused;

/**
 * What REST says beside the body: the header {@code Idempotency-Key} is the operation id, {@code If-Match} the expected
 * version, the query parameter {@code preview} asks for a preview. A value that is also in the body has to be the same,
 * and one that the operation cannot heed is refused, since the caller relies on it.
 */
final class RestFace implements Binding.Face {
    @Override
    public void complete(Exchange exchange, Call call, Object[] arguments) {
        String key = exchange.request().getHeader("Idempotency-Key");
        if (key != null) {
            set(exchange, call, arguments, "opId", "Idempotency-Key", unquoted(key));
        }
        Long version = expectedVersion(exchange);
        if (version != null && !set(exchange, call, arguments, "expectedVersion", "If-Match", version)
                && !exchange.isRead()) {
            throw Refusals.invalidInput(exchange.locale(), "header.useless", "If-Match");
        }
        if (preview(exchange)) {
            setPreview(arguments);
        }
    }

    @Override
    public Exception refusal(Refused refused) {
        return refused;
    }

    /** Puts a header's value into the request bean or the parameter of that name; false where there is neither. */
    private static boolean set(
            Exchange exchange, Call call, Object[] arguments, String name, String header, Object value) {
        for (int i = 0; i < arguments.length; i++) {
            if (call.parameters().get(i).getName().equals(name)) {
                checkSame(exchange.locale(), name, header, arguments[i], value);
                arguments[i] = value;
                return true;
            }
            Field field = RequestFields.find(call.parameters().get(i).getType(), name);
            if (field != null) {
                checkSame(exchange.locale(), name, header, RequestFields.get(field, arguments[i]), value);
                RequestFields.set(field, arguments[i], value);
                return true;
            }
        }
        return false;
    }

    private static void checkSame(Locale locale, String name, String header, Object inBody, Object value) {
        if (inBody != null && !Objects.equals(inBody, value)) {
            throw Refusals.invalidInput(locale, "header.differs", header, name);
        }
    }

    private static void setPreview(Object[] arguments) {
        Arrays.stream(arguments).filter(Objects::nonNull).forEach(argument -> {
            Field field = RequestFields.find(argument.getClass(), "preview");
            if (field != null) {
                RequestFields.set(field, argument, true);
            }
        });
    }

    private static Long expectedVersion(Exchange exchange) {
        String tag = exchange.request().getHeader("If-Match");
        if (tag == null || tag.strip().equals("*")) {
            return null;
        }
        try {
            return Long.valueOf(unquoted(tag.strip()));
        } catch (NumberFormatException e) {
            throw Refusals.invalidInput(exchange.locale(), "header.ifMatch");
        }
    }

    private static boolean preview(Exchange exchange) {
        String value = QueryString.of(exchange.request()).get("preview");
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw Refusals.invalidInput(exchange.locale(), "parameter.type", "preview", "true, false");
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1) : text;
    }
}
