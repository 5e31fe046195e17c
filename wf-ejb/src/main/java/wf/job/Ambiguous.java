package wf.job;

import jakarta.ejb.ApplicationException;

/** Several wait for the same message, which only one may get; the message names them. */
@ApplicationException(rollback = true)
class Ambiguous extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ambiguous(String who) {
        super(who, null, false, false);
    }
}
