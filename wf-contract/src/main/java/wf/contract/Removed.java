package wf.contract;

import java.io.Serializable;

/**
 * What is gone for good.
 */
public class Removed implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What it is. */
    public RemovedKind kind;

    /** How many of them. */
    public long count;
}
