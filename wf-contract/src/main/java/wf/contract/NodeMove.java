package wf.contract;

import java.io.Serializable;

/**
 * Which node of one version is which of another one.
 */
public class NodeMove implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Id of the node in the version that instances leave. */
    public String from;

    /** Id of the node in the version that they go on against. */
    public String to;
}
