package wf.contract;

import java.io.Serializable;

/**
 * Ends sessions of a person, but for the one that asks.
 */
public class EndSessionsRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whose; the caller's own if not given, and another's for administrators. */
    public String personId;
}
