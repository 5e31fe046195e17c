package wf.call;

import jakarta.ejb.ApplicationException;

/** A bean failed: what it wrote is rolled back, and the operation is decided again with this known. */
@ApplicationException(rollback = true)
public class BeanFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int ordinal;
    private final String call;

    BeanFailed(int ordinal, String call, String message, Throwable cause) {
        super(message, cause);
        this.ordinal = ordinal;
        this.call = call;
    }

    int ordinal() {
        return ordinal;
    }

    String call() {
        return call;
    }
}
