package wf.ws;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wf.face.Refusals;
import wf.refusal.Refused;

/**
 * Whether a request can be read at all: its address, its content type, and over SOAP its port and method. What cannot is refused
 * before CXF sees it, which fails on it as on a fault of the server, or answers without a word.
 */
final class Legible {
    /** A body has one type: none with a star. */
    private static final Pattern TYPE = Pattern.compile("\\s*[\\w!#$&^.+-]+/[\\w!#$&^.+-]+\\s*(;.*)?");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\"';,\\s]*)");

    private Legible() { }

    static void check(Exchange exchange) {
        HttpServletRequest request = exchange.request();
        if (exchange.isSoap()) {
            checkPort(exchange);
        }
        if (!isPath(request.getRequestURI()) || request.getQueryString() != null && !isQuery(request.getQueryString())) {
            throw Refusals.invalidInput(exchange.locale(), "address.malformed");
        }
        if (request.getContentType() != null && !isType(request.getContentType())) {
            throw refused(415, exchange);
        }
    }

    /** A WSDL is asked for by GET, everything else is a POST to a port. */
    private static void checkPort(Exchange exchange) {
        if (!SoapServlet.ADDRESSES.contains(String.valueOf(exchange.request().getPathInfo()))) {
            throw refused(404, exchange);
        } else if (!exchange.request().getMethod().equals("POST") && !exchange.isDescription()) {
            throw refused(405, exchange);
        }
    }

    private static Refused refused(int status, Exchange exchange) {
        return new Refused(Problems.http(status, exchange));
    }

    private static boolean isPath(String path) {
        try {
            new URI(path);
            return true;
        } catch (URISyntaxException unescaped) {
            return false;
        }
    }

    private static boolean isQuery(String query) {
        try {
            URLDecoder.decode(query, StandardCharsets.UTF_8);
            return true;
        } catch (IllegalArgumentException brokenEscape) {
            return false;
        }
    }

    private static boolean isType(String type) {
        Matcher charset = CHARSET.matcher(type);
        try {
            return TYPE.matcher(type).matches() && (!charset.find() || Charset.isSupported(charset.group(1)));
        } catch (IllegalCharsetNameException none) {
            return false;
        }
    }
}
