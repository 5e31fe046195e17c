package wf.ws;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import wf.access.Caller;
import wf.access.Proxies;
import wf.access.ServiceKey;
import wf.access.SignOn;
import wf.access.filter.LoginFilter;
import wf.contract.ErrorCode;
import wf.face.Credentials;
import wf.face.Refusals;
import wf.refusal.Refused;

/**
 * Stands before SOAP and REST: nobody gets further without being signed on, but for what is open to everybody. Programs
 * send HTTP Basic or the key of a service account, or over SOAP a token in the message; somebody before the product may say who it is; the web UI sends the session cookie, and with it, for everything that writes, a header that a foreign
 * site cannot send.
 */
final class CallerFilter implements Filter {
    private static final Set<String> OPEN =
            Set.of("/ping", SessionResource.LOGIN, SessionResource.LOGOUT, ApiDocs.DOCUMENT, ApiDocs.UI);

    private final SignOn signOn;
    private final Proxies proxies;
    private final LoginFilter filter;

    CallerFilter(SignOn signOn, Proxies proxies, LoginFilter filter) {
        this.signOn = signOn;
        this.proxies = proxies;
        this.filter = filter;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
        LimitedRequest limited = new LimitedRequest((HttpServletRequest) request);
        Exchange exchange = new Exchange(limited);
        exchange.trust(proxies);
        HttpServletResponse http = (HttpServletResponse) response;
        http.setHeader("Cache-Control", "no-store");
        http.setHeader("X-Content-Type-Options", "nosniff");
        http.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        try {
            check(exchange);
            chain.doFilter(exchange.request(), http);
        } catch (Exception | LinkageError | StackOverflowError e) {
            // Whatever gets past here, the server answers with a page that shows it.
            ProblemAnswer.send(exchange, http, Problems.of(e, exchange));
        }
        limited.letFinish(http);
    }

    private void check(Exchange exchange) {
        SessionCookie cookie = SessionCookie.of(exchange.request());
        if (!isOpen(exchange)) {
            caller(exchange, cookie).ifPresent(exchange::signOn);
            if (!mayBringToken(exchange, cookie)) {
                exchange.signedOn();
            }
        }
        checkForgery(exchange, cookie);
        Legible.check(exchange);
        BodyLimit.check(exchange);
    }

    private Optional<Caller> caller(Exchange exchange, SessionCookie cookie) {
        String remote = exchange.clientIp();
        String authorization = exchange.request().getHeader("Authorization");
        Optional<ServiceKey> key = ServiceKey.of(authorization);
        if (key.isPresent()) {
            return key.map(k -> signOn.byKey(k, person(exchange), exchange.channel(), remote, exchange.locale()));
        }
        Optional<Credentials> credentials = Credentials.of(authorization);
        if (credentials.isPresent()) {
            return credentials.map(c -> signOn.byPassword(
                    c.loginName(), c.password(), exchange.channel(), remote, exchange.locale()));
        }
        Optional<Caller> elsewhere = exchange.claim(filter).filter(claim -> claim.address() == null && !(exchange.isSoap() && claim.isAmbient()))
                .map(claim -> signOn.byClaim(claim, claim.isAmbient() ? "UI" : exchange.channel(), remote, exchange.locale()));
        return elsewhere.isPresent() ? elsewhere : cookie.token().filter(token -> !exchange.isSoap())
                .map(token -> signOn.bySession(token, remote, exchange.locale()));
    }

    /** Whether who calls may still be said in the message, to {@link SecurityHeader}. */
    private static boolean mayBringToken(Exchange exchange, SessionCookie cookie) {
        return exchange.isSoap() && exchange.request().getMethod().equals("POST")
                && !exchange.isAmbient() && exchange.request().getHeader("Authorization") == null && cookie.token().isEmpty();
    }

    /** For whom a program acts; header lines are ASCII, so other letters of an id come as in a URL. */
    private static String person(Exchange exchange) {
        String person = exchange.request().getHeader("X-WF-Person");
        try {
            return person == null ? null : URLDecoder.decode(person.strip().replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return null;
        }
    }

    /** A browser sends cookies and remembered passwords along with what a foreign site makes it send. */
    private static void checkForgery(Exchange exchange, SessionCookie cookie) {
        HttpServletRequest request = exchange.request();
        boolean byCookie = exchange.isAmbient() || exchange.caller().map(Caller::session).isPresent()
                || cookie.token().isPresent() && request.getHeader("Authorization") == null;
        boolean login = exchange.path().equals(Faces.REST + SessionResource.LOGIN);
        boolean foreign = "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        boolean unmarked = byCookie && !login && !"1".equals(request.getHeader("X-WF-CSRF"));
        if (!exchange.isRead() && (foreign || unmarked)) {
            throw refused(exchange, ErrorCode.FORBIDDEN, "csrf");
        }
    }

    /** What everybody may read. Nothing rests on this alone: without a caller {@link Binding} performs only ping. */
    private static boolean isOpen(Exchange exchange) {
        String path = exchange.path();
        if (exchange.isSoap()) {
            return exchange.isDescription();
        }
        return path.startsWith(Faces.REST + ApiDocs.UI + "/") || path.equals(Faces.REST + SessionResource.ENTER) && isVisit(exchange.request()) || OPEN.contains(path.substring(Faces.REST.length()));
    }

    /** A token counts once: whoever only looks at the link, or fetches it ahead, may not use it up. */
    static boolean isVisit(HttpServletRequest request) {
        String ahead = request.getHeader("Sec-Purpose") + request.getHeader("Purpose");
        return request.getMethod().equals("GET") && !ahead.contains("prefetch");
    }

    private static Refused refused(Exchange exchange, ErrorCode code, String key) {
        return Refusals.refused(code, exchange.locale(), key);
    }
}
