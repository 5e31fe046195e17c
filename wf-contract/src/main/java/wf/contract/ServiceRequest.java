package wf.contract;

import java.io.Serializable;

/**
 * Starts or stops a service of the node that answers.
 */
public class ServiceRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The client's idempotency key, at most 64 printable characters; null lets the server make one. In REST the header {@code Idempotency-Key}. */
    public String opId;
}
