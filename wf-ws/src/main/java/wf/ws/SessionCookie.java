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

    static void set(HttpServletRequest request, HttpServletResponse response, String token) {
        write(request, response, token, "");
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", "; Max-Age=0");
    }

    /** Written by hand, since Jakarta EE 9 has no {@code SameSite}. */
    private static void write(HttpServletRequest request, HttpServletResponse response, String value, String age) {
        boolean tls = request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        response.addHeader("Set-Cookie",
                NAME + "=" + value + age + "; Path=/; HttpOnly; SameSite=Strict" + (tls ? "; Secure" : ""));
    }
}
