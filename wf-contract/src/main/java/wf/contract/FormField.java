package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One field of the form of an item: a process variable with its label.
 */
public class FormField implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Name of the variable. */
    public String name;

    /** Label, as modelled. */
    public String label;

    /** Type. */
    public ValueType type;

    /** What the caller may do with it. */
    public FieldAccess access;

    /** Current value or saved draft, in the text form of its type; null when empty. */
    public String value;

    /** Whether the value is not shown in full, since the field is sensitive and the caller does not fill it in. */
    public boolean masked;

    /** Values to choose from; empty for free input. */
    public List<String> options = new ArrayList<>();
}
