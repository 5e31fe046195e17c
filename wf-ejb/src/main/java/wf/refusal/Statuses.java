package wf.refusal;

import wf.contract.ErrorCode;

/**
 * The HTTP status of every error code, and whether the same request may succeed later unchanged (§0.9).
 *
 * <p>It is the only place that knows this mapping; faces without HTTP carry the same number.
 */
public final class Statuses {

    private Statuses() {
    }

    /** The HTTP status of a code; a conflict unless the code says otherwise. */
    public static int of(ErrorCode code) {
        return switch (code) {
            case INVALID_INPUT -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN, PASSWORD_EXPIRED -> 403;
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

    /** Whether waiting alone may help. */
    public static boolean retryable(ErrorCode code) {
        return switch (code) {
            case LOCKED, TOO_MANY, UNAVAILABLE -> true;
            default -> false;
        };
    }
}
