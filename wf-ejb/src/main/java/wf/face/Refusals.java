package wf.face;

import java.util.Locale;
import wf.contract.ErrorCode;
import wf.contract.Problem;
import wf.service.Refused;

/** Refusals that a face answers itself, before any operation is called. */
public final class Refusals {
    private Refusals() { }

    public static Refused invalidInput(Locale locale, String key, Object... arguments) {
        return refused(ErrorCode.INVALID_INPUT, locale, key, arguments);
    }

    public static Refused refused(ErrorCode code, Locale locale, String key, Object... arguments) {
        return new Refused(problem(code, locale, key, arguments));
    }

    public static Problem problem(ErrorCode code, Locale locale, String key, Object... arguments) {
        Problem problem = new Problem();
        problem.code = code;
        problem.message = Texts.text(locale, key, arguments);
        problem.status = status(code);
        problem.retryable = retryable(code);
        return problem;
    }

    /** A bug or the infrastructure: the caller learns nothing but the id under which the log tells more. */
    public static Problem internalError(Locale locale, String opId) {
        Problem problem = new Problem();
        problem.message = Texts.text(locale, "internal", opId);
        problem.status = 500;
        problem.opId = opId;
        return problem;
    }

    /** The HTTP status of a code (§0.9). */
    public static int status(ErrorCode code) {
        return switch (code) {
            case INVALID_INPUT -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case STALE_VERSION -> 412;
            case TOO_LARGE -> 413;
            case INVALID_MODEL -> 422;
            case LOCKED -> 423;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
            default -> 409;
        };
    }

    private static boolean retryable(ErrorCode code) {
        return code == ErrorCode.LOCKED || code == ErrorCode.TOO_MANY || code == ErrorCode.UNAVAILABLE;
    }
}
