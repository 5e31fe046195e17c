package wf.face;

import java.util.Locale;
import wf.contract.ErrorCode;
import wf.contract.Problem;
import wf.refusal.Messages;
import wf.refusal.Refused;

/** Refusals that a face answers itself, before any operation is called. */
public final class Refusals {
    private Refusals() { }

    public static Refused invalidInput(Locale locale, String key, Object... arguments) {
        return refused(ErrorCode.INVALID_INPUT, locale, key, arguments);
    }

    public static Refused refused(ErrorCode code, Locale locale, String key, Object... arguments) {
        return Refused.because(code, Messages.text(locale, key, arguments));
    }

    /** A bug or the infrastructure: the caller learns nothing but the id under which the log tells more. */
    public static Problem internalError(Locale locale, String opId) {
        Problem problem = new Problem();
        problem.message = Messages.text(locale, "internal", opId);
        problem.status = 500;
        problem.opId = opId;
        return problem;
    }
}
