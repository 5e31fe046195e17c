package wf.ws;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters in the URL. {@code HttpServletRequest.getParameter} will not do: with a body of curl's default type it
 * reads the body as a form, and the file that is being sent is gone.
 */
final class QueryString {
    private QueryString() { }

    /** Parameters by name; of one given twice the first. */
    static Map<String, String> of(HttpServletRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = request.getQueryString();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!pair.isEmpty()) {
                parameters.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
