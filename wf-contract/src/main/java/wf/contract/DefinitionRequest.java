package wf.contract;

import java.io.Serializable;

/**
 * What operations on definitions take. Sent as it is to release or retire one (D2, D3).
 */
public class DefinitionRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The client's idempotency key; null lets the server make one. */
    public String opId;

    /** True asks what would happen; nothing is stored. */
    public boolean preview;
}
