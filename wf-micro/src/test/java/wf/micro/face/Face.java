package wf.micro.face;

import java.util.LinkedHashMap;
import java.util.Map;

/** One way into the product. Operations and their arguments go by the names of the catalogue. */
public interface Face {

    /**
     * Performs an operation and answers its reply.
     *
     * @param arguments name, value, name, value…: numbers, texts, truth values, constants and beans of the contract
     */
    default <R> R call(String person, Class<R> reply, String operation, Object... arguments) throws Refusal {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            named.put((String) arguments[i], arguments[i + 1]);
        }
        return call(person, reply, operation, named);
    }

    <R> R call(String person, Class<R> reply, String operation, Map<String, Object> arguments) throws Refusal;
}
