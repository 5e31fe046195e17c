package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * One version of a process definition.
 */
public class DefinitionInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Id of this version. */
    public long id;

    /** Id of the process element: the same for all versions. */
    public String key;

    /** 1 for the first deployment, then counting up. */
    public int version;

    /** Name of the process. */
    public String name;

    /** Path of its category, the same for all versions; or null. */
    public String category;

    /** State. */
    public DefinitionState state;

    /** When it was deployed. */
    public Date deployedAt;

    /** Who deployed it. */
    public String deployedBy;

    /** False when the process says itself that it is not to be executed: a design, which cannot be released. */
    public boolean executable;
}
