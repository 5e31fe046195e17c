package wf.contract;

import java.io.Serializable;

/**
 * A variable before and after.
 */
public class PropertyChange implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Variable. */
    public String name;

    /** Label of the field, as modelled; else the name. */
    public String label;

    /** Type afterwards. */
    public ValueType type;

    /** Text before, or null. */
    public String before;

    /** Text after, or null. */
    public String after;

    /** Whether the texts are not shown in full, since the field is sensitive. */
    public boolean masked;
}
