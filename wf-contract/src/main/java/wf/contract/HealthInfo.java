package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a node is well.
 */
public class HealthInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The node that answers. */
    public String node;

    /** Whether all of it is well. */
    public boolean healthy;

    /** What was looked at. */
    public List<HealthCheck> checks = new ArrayList<>();
}
