package wf.contract;

import java.io.Serializable;

/**
 * A department, group or post as pickers show it.
 */
public class OrgUnit implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What it is. */
    public OrgUnitKind kind;

    /** Id, as it stands in candidates behind {@code dept:}, {@code group:} or {@code post:}. */
    public String id;

    /** Name. */
    public String name;

    /** The one above, or null. */
    public String parentId;
}
