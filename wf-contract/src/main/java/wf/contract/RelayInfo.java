package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * How what happened gets out.
 */
public class RelayInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whether events are published on the topic. */
    public boolean publishes;

    /** Whether the broker takes them, as far as this node knows. */
    public boolean healthy;

    /** Rows of the tenant that wait, on whichever node they were written. */
    public long waiting;

    /** Since when the oldest of them waits; else null. */
    public Date oldest;

    /** Since when the broker takes nothing from this node; else null. */
    public Date awaySince;

    /** What it said last; else null. */
    public String error;

    /** Rows of all tenants that this node has told since it started. */
    public long sent;

    /** All this in a sentence. */
    public String text;
}
