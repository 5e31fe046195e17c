package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of the migration of instances; each stands for itself.
 */
public class MigrationReply implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Operation id, the client's or one made by the server. */
    public String opId;

    /** True when nothing was stored. */
    public boolean preview;

    /** The version that instances leave. */
    public DefinitionInfo from;

    /** The version that they go on against. */
    public DefinitionInfo to;

    /** The instances of this page, in the order of their ids. */
    public List<MigratedInstance> instances = new ArrayList<>();

    /** How many of them were migrated, or would be. */
    public int done;

    /** How many of them were not. */
    public int refused;

    /** There are more: send it as {@link MigrateRequest#after}. Null when these were the last. */
    public Long next;
}
