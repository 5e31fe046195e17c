package wf.ws;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a browser has to bring back that was sent away to be signed on, for ten minutes. It comes back from a foreign site, so
 * the cookie goes along with such a visit; it lets nobody in by itself. Behind TLS its name keeps other hosts of the same domain
 * from setting it.
 */
final class EntryCookie {
    private static final String NAME = "WFENTER";
    private static final int SECONDS = 600;
    private static final int LONGEST = 4_000;

    private EntryCookie() { }

    /** What was remembered; empty where nothing was, or what is there cannot be ours. */
    static Optional<String> of(Exchange exchange) {
        HttpServletRequest request = exchange.request();
        return Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream).filter(cookie -> cookie.getName().equals(name(exchange))).map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST).findFirst().flatMap(EntryCookie::decoded);
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static void set(Exchange exchange, HttpServletResponse response, String remembered) {
        write(exchange, response, Base64.getUrlEncoder().withoutPadding().encodeToString(remembered.getBytes(StandardCharsets.UTF_8)), SECONDS);
    }

    static void clear(Exchange exchange, HttpServletResponse response) {
        write(exchange, response, "", 0);
    }

    /** Written by hand, since Jakarta EE 9 has no {@code SameSite}. */
    private static void write(Exchange exchange, HttpServletResponse response, String value, int seconds) {
        response.addHeader("Set-Cookie", name(exchange) + "=" + value + "; Max-Age=" + seconds + "; Path=/; HttpOnly; SameSite=Lax"
                + (exchange.isTls() ? "; Secure" : ""));
    }

    private static String name(Exchange exchange) {
        return exchange.isTls() ? "__Host-" + NAME : NAME;
    }
}
