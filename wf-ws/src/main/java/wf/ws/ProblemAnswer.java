package wf.ws;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.Problem;
import wf.face.Json;

/** Writes a problem where CXF is not at work, before its servlets and when they failed: as JSON or as a SOAP fault. */
final class ProblemAnswer {
    /** SOAP knows 500 alone for a fault; but what is no call of SOAP, or comes from nobody, is told in the words of HTTP. */
    private static final Set<Integer> OF_HTTP = Set.of(401, 404, 405);

    private ProblemAnswer() { }

    static void send(Exchange exchange, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(exchange.isSoap() && !OF_HTTP.contains(problem.status) ? 500 : problem.status);
        if (problem.status == 405) {
            response.setHeader("Allow", exchange.isSoap() ? "POST" : "GET");
        }
        response.setContentType(exchange.isSoap() ? exchange.soapVersion().getContentType() + ";charset=UTF-8" : ProblemDetails.MEDIA_TYPE);
        if (problem.code == ErrorCode.UNAUTHENTICATED) {
            response.setHeader("WWW-Authenticate", challenge(exchange));
        }
        if (problem.retryable) {
            response.setHeader("Retry-After", Problems.retryAfter(problem));
        }
        byte[] body = exchange.isSoap() ? FaultText.of(problem, exchange).getBytes(StandardCharsets.UTF_8)
                : Json.MAPPER.writeValueAsBytes(ProblemDetails.of(problem, exchange));
        response.getOutputStream().write(body);
    }

    /** Scripts in a browser get a scheme that it does not know, or it would open its own password dialogue. */
    static String challenge(Exchange exchange) {
        String mode = exchange.request().getHeader("Sec-Fetch-Mode");
        boolean script = exchange.request().getHeader("X-WF-CSRF") != null || "cors".equals(mode)
                || "same-origin".equals(mode);
        return script ? "Session realm=\"wf\"" : "Basic realm=\"wf\", charset=\"UTF-8\"";
    }
}
