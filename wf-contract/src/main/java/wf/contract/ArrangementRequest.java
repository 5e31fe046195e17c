package wf.contract;

import java.io.Serializable;

/**
 * What operations on standing arrangements take: on deputies, handover and bulk replacement. Sent as it is where nothing more is needed.
 */
public class ArrangementRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The client's idempotency key; null lets the server make one. */
    public String opId;

    /** True asks what would happen; nothing is stored. */
    public boolean preview;
}
