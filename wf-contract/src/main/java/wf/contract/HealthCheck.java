package wf.contract;

import java.io.Serializable;

/**
 * One thing that a node needs.
 */
public class HealthCheck implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What. */
    public String name;

    /** Whether it is well. */
    public boolean healthy;

    /** More about it, or null. */
    public String detail;
}
