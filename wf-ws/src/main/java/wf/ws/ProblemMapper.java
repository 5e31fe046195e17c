package wf.ws;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.WebApplicationException;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.Problem;

/** The one way in which REST refuses: problem+json, whatever was thrown and wherever. */
final class ProblemMapper implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable thrown) {
        Exchange exchange = Exchange.current();
        Problem problem = Problems.of(thrown, exchange);
        Response.ResponseBuilder response = Response.status(problem.status)
                .type(MediaType.valueOf(ProblemDetails.MEDIA_TYPE))
                .entity(ProblemDetails.of(problem, exchange));
        if (problem.code == ErrorCode.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, ProblemAnswer.challenge(exchange));
        }
        response.header(HttpHeaders.RETRY_AFTER, Problems.retryAfter(problem));
        Set<String> allowed = thrown instanceof WebApplicationException e ? e.getResponse().getAllowedMethods() : Set.of();
        if (!allowed.isEmpty()) {
            response.header(HttpHeaders.ALLOW, String.join(", ", allowed));
        }
        return response.build();
    }
}
