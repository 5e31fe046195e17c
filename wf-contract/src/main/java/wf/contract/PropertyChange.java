package wf.contract;

import java.io.Serializable;

/**
 * A variable before and after.
 */
public class PropertyChange implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Variable. */
    public String name;

    /** Type afterwards. */
    public ValueType type;

    /** Text before, or null. */
    public String before;

    /** Text after, or null. */
    public String after;
}
