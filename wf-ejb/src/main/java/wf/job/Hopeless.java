package wf.job;

import jakarta.ejb.ApplicationException;

/** A job cannot be done, and trying it again would not help; the message says why. */
@ApplicationException(rollback = true)
class Hopeless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Hopeless(String why) {
        super(why, null, false, false);
    }
}
