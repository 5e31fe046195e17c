package wf.ws;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie of the web UI: out of reach of scripts, never sent along from foreign sites. */
record SessionCookie(Optional<String> token) {
    private static final String NAME = "WFSESSION";

    static SessionCookie of(HttpServletRequest request) {
        return new SessionCookie(Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME) && !cookie.getValue().isEmpty())
                .map(Cookie::getValue).findFirst());
    }

    static void set(Exchange exchange, HttpServletResponse response, String token) {
        write(exchange, response, token, "");
    }

    static void clear(Exchange exchange, HttpServletResponse response) {
        write(exchange, response, "", "; Max-Age=0");
    }

    /** Written by hand, since Jakarta EE 9 has no {@code SameSite}. */
    private static void write(Exchange exchange, HttpServletResponse response, String value, String age) {
        response.addHeader("Set-Cookie",
                NAME + "=" + value + age + "; Path=/; HttpOnly; SameSite=Strict" + (exchange.isTls() ? "; Secure" : ""));
    }
}
