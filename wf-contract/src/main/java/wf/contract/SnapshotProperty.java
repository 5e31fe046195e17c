package wf.contract;

import java.io.Serializable;

/**
 * A variable of a snapshot.
 */
public class SnapshotProperty implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Variable. */
    public String name;

    /** Label of the field, as modelled; else the name. */
    public String label;

    /** Type. */
    public ValueType type;

    /** Value in the text form of its type; where it is sensitive, its last characters. */
    public String value;

    /** Whether the value is not shown in full. */
    public boolean masked;

    /** The visit whose own variable it is; null for one of the process. */
    public Long nodeInstanceId;
}
