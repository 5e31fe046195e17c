package wf.contract;

import java.io.Serializable;

/**
 * What operations on access take.
 */
public class AccessRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The client's idempotency key; null lets the server make one. */
    public String opId;

    /** True asks what would happen; nothing is stored. */
    public boolean preview;
}
