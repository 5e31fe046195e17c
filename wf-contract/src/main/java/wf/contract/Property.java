package wf.contract;

import java.io.Serializable;

/**
 * One typed value by name: how variables travel, so that no face needs a map (§11.2a).
 */
public class Property implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Name of the variable: a letter, then letters, digits or underscores; at most 100 characters. */
    public String name;

    /** Type of the value; null reads as STRING. */
    public ValueType type;

    /** The value in the text form of its type; null clears the variable. */
    public String value;
}
