package wf.ws;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapVersion;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import wf.access.Caller;
import wf.access.Proxies;
import wf.access.filter.LoginFilter;
import wf.contract.ErrorCode;
import wf.face.Languages;
import wf.face.Refusals;
import wf.spi.LoginClaim;

/** One HTTP request as the bindings see it, on SOAP and REST alike: who calls, in which language, with which id. */
record Exchange(HttpServletRequest request) {
    private static final String CALLER = Caller.class.getName();
    private static final String BEGUN = Exchange.class.getName() + ".begun";
    private static final String AMBIENT = Exchange.class.getName() + ".ambient";
    private static final String PROXIES = Proxies.class.getName();

    /** The request that the current thread answers. */
    static Exchange current() {
        Message incoming = PhaseInterceptorChain.getCurrentMessage().getExchange().getInMessage();
        return new Exchange((HttpServletRequest) incoming.get(AbstractHTTPDestination.HTTP_REQUEST));
    }

    void signOn(Caller caller) {
        request.setAttribute(CALLER, caller);
    }

    Optional<Caller> caller() {
        return Optional.ofNullable((Caller) request.getAttribute(CALLER));
    }

    /** Notes that an operation was found and its arguments were read. */
    void begin() {
        request.setAttribute(BEGUN, true);
    }

    boolean hasBegun() {
        return request.getAttribute(BEGUN) != null;
    }

    /** The caller; refuses where the filter let nobody in. */
    Caller signedOn() {
        return caller().orElseThrow(() -> Refusals.refused(ErrorCode.UNAUTHENTICATED, locale(), "unauthenticated"));
    }

    /** Notes whose word counts for where a request comes from. */
    void trust(Proxies proxies) {
        request.setAttribute(PROXIES, proxies);
    }

    private Proxies proxies() {
        return (Proxies) request.getAttribute(PROXIES);
    }

    /** Whether a listed proxy sends this; only then its headers say anything. */
    boolean isFromProxy() {
        return proxies().isListed(request.getRemoteAddr());
    }

    /** Where the request comes from: what a listed proxy says of it, or else who sends it. */
    String clientIp() {
        return proxies().client(request.getRemoteAddr(), forwarded("X-Forwarded-For"));
    }

    /** Who sends this as others have signed him on, if they have. */
    Optional<LoginClaim> claim(LoginFilter filter) {
        Optional<LoginClaim> claim = filter.identify(new Login(this), locale());
        claim.filter(LoginClaim::isAmbient).ifPresent(ambient -> request.setAttribute(AMBIENT, true));
        return claim;
    }

    /** Whether the caller is known by what his browser sends without his doing. */
    boolean isAmbient() {
        return request.getAttribute(AMBIENT) != null;
    }

    boolean isTls() {
        return request.isSecure() || isFromProxy() && "https".equalsIgnoreCase(forwarded("X-Forwarded-Proto"));
    }

    /** All lines of the header as one: a proxy may append a line of its own behind that of whoever it speaks for. */
    private String forwarded(String header) {
        return String.join(",", Collections.list(request.getHeaders(header)));
    }

    Locale locale() {
        return caller().map(Caller::locale).orElseGet(() -> Languages.accepted(request.getHeader("Accept-Language")));
    }

    boolean isSoap() {
        return Faces.SOAP.equals(request.getServletPath());
    }

    /** The version of SOAP that belongs to this address. */
    SoapVersion soapVersion() {
        return path().startsWith(Faces.SOAP + Soap.VERSION_12) ? Soap12.getInstance() : Soap11.getInstance();
    }

    String channel() {
        return isSoap() ? "SOAP" : "REST";
    }

    /** Path below the application, as the container has decoded it. */
    String path() {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    boolean isRead() {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }

    /** Whether a WSDL or a schema is asked for. */
    boolean isDescription() {
        String query = request.getQueryString();
        return isRead() && query != null && query.matches("(?i)(wsdl|xsd)(=.*)?");
    }

    /** The client's operation id or a new one, to find an error in the log. */
    String errorId() {
        String key = request.getHeader("Idempotency-Key");
        return key != null && key.matches("[\\x21-\\x7e]{1,64}") ? key : UUID.randomUUID().toString();
    }
}
