package wf.ws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import jakarta.ws.rs.WebApplicationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapFault;
import org.xml.sax.SAXException;
import wf.contract.ErrorCode;
import wf.contract.Problem;
import wf.face.JsonErrors;
import wf.face.Refusals;
import wf.refusal.Messages;
import wf.refusal.Refused;

/**
 * Turns whatever was thrown into the problem that the caller gets: a refusal as it is, bad input with a sentence on what
 * to do, everything else as an internal error whose stack trace stays in the log.
 */
final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    private Problems() { }

    static Problem of(Throwable thrown, Exchange exchange) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            Problem problem = known(t, exchange);
            if (problem != null) {
                return problem;
            }
        }
        return internal(thrown, exchange);
    }

    /**
     * As {@link #of} for SOAP: what CXF raises before an operation was called is the fault of the request's XML, and the
     * parser's sentence tells the place. Nobody is told nothing of it.
     */
    static Problem ofSoap(Throwable thrown, Exchange exchange) {
        if (exchange.hasBegun()) {
            return of(thrown, exchange);
        }
        String place = Messages.text(exchange.locale(), "xml.malformed");
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            Problem problem = known(t, exchange);
            if (problem != null) {
                return problem;
            }
            if (t instanceof SAXException || t instanceof XMLStreamException || t instanceof SoapFault) {
                place = t.getMessage().lines().findFirst().orElse(place);
            }
        }
        LOG.log(Level.FINE, "refused at " + exchange.path(), thrown);
        if (exchange.caller().isEmpty()) {
            return Refusals.refused(ErrorCode.UNAUTHENTICATED, exchange.locale(), "unauthenticated").problem();
        }
        return Refusals.invalidInput(exchange.locale(), "xml.invalid", place).problem();
    }

    static Problem internal(Throwable thrown, Exchange exchange) {
        String id = exchange.errorId();
        LOG.log(Level.SEVERE, "internal error " + id + " at " + exchange.path(), thrown);
        return Refusals.internalError(exchange.locale(), id);
    }

    /**
     * After how many seconds it may go better, or null where waiting does not help. Nobody knows when whoever stopped a service
     * starts it again; so this only keeps programs from asking at once.
     */
    static String retryAfter(Problem problem) {
        return !problem.retryable ? null : problem.code == ErrorCode.LOCKED ? "1" : "30";
    }

    private static Problem known(Throwable t, Exchange exchange) {
        if (t instanceof Refused refused) {
            return refused.problem();
        }
        if (t instanceof WfFault fault) {
            return fault.getFaultInfo();
        }
        if (t instanceof BodyLimit.Exceeded exceeded) {
            return Refusals.refused(ErrorCode.TOO_LARGE, exchange.locale(), "body.tooLarge", exceeded.limit / 1024)
                    .problem();
        }
        if (t instanceof JsonProcessingException json && !(t instanceof InvalidDefinitionException)) {
            return JsonErrors.refusal(json, exchange.locale()).problem();
        }
        return t instanceof WebApplicationException e && e.getResponse().getStatus() < 500
                ? http(e.getResponse().getStatus(), exchange) : null;
    }

    /** What HTTP itself refuses; the status stays HTTP's own. */
    static Problem http(int status, Exchange exchange) {
        ErrorCode code = status == 404 ? ErrorCode.NOT_FOUND : ErrorCode.INVALID_INPUT;
        String key = switch (status) {
            case 404, 405, 406, 415 -> "http." + status;
            default -> "http.400";
        };
        Problem problem = Refusals.refused(code, exchange.locale(), key, exchange.request().getMethod(),
                exchange.path(), String.valueOf(exchange.request().getContentType())).problem();
        problem.status = status;
        return problem;
    }
}
