package wf.contract;

import java.io.Serializable;

/**
 * Has a job that was given up tried again, or a job stopped, let go on or done now.
 */
public class JobRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The client's idempotency key, at most 64 printable characters; null lets the server make one. In REST the header {@code Idempotency-Key}. */
    public String opId;
}
