package wf.ws;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import wf.contract.Problem;
import wf.refusal.Messages;

/** A {@link Problem} as RFC 9457 wants it in HTTP. */
@JsonPropertyOrder({"type", "title", "status", "detail"})
public class ProblemDetails extends Problem {
    private static final long serialVersionUID = 1L;
    static final String MEDIA_TYPE = "application/problem+json";

    /** {@code urn:wf:problem:} and the code; {@code about:blank} for an internal error. */
    public String type;

    /** The code as a short sentence. */
    public String title;

    /** The same as {@code message}. */
    public String detail;

    static ProblemDetails of(Problem problem, Exchange exchange) {
        ProblemDetails details = new ProblemDetails();
        details.type = problem.code == null ? "about:blank" : "urn:wf:problem:" + problem.code;
        details.title = Messages.text(exchange.locale(), "title." + (problem.code == null ? "internal" : problem.code));
        details.detail = problem.message;
        details.code = problem.code;
        details.message = problem.message;
        details.status = problem.status;
        details.retryable = problem.retryable;
        details.instanceId = problem.instanceId;
        details.opId = problem.opId;
        details.problems = problem.problems;
        return details;
    }
}
