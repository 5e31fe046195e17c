package wf.store;

import jakarta.ejb.ApplicationException;

/**
 * Somebody else wrote first, so this attempt's work is void: the transaction is rolled back, and the whole operation
 * is decided again on the new state (§1.5).
 */
@ApplicationException(rollback = true)
public class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Conflict(String what) {
        super(what, null, false, false);
    }
}
