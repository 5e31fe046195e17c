package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two snapshots of an instance.
 */
public class Differences implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The earlier one, or whichever was asked for first. */
    public long from;

    /** The other one. */
    public long to;

    /** Variables that differ, by name. */
    public List<PropertyChange> changes = new ArrayList<>();
}
