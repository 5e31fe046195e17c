package wf.contract;

import java.io.Serializable;

/**
 * One number that a service tells of itself.
 */
public class Measure implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Its name. */
    public String name;

    /** Its value since the node was started, or now. */
    public double value;
}
