package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of departments, groups or posts, by their ids.
 */
public class OrgUnitPage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What was found. */
    public List<OrgUnit> units = new ArrayList<>();

    /** There are more: send it as {@code after}. Null when these were the last. */
    public String next;
}
