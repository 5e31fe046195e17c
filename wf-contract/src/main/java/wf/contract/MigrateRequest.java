package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * D8: running instances and drafts go on against another version of their definition.
 */
public class MigrateRequest extends DefinitionRequest {
    private static final long serialVersionUID = 1L;

    /** The version to go on against, which must be released. */
    public long toDefinitionId;

    /** Nodes that have another id there; all others keep theirs. */
    public List<NodeMove> nodes = new ArrayList<>();

    /** The instances; empty for all that run against the version. */
    public List<Long> instanceIds = new ArrayList<>();

    /** Only instances with a greater id: what {@link MigrationReply#next} said, to go on behind it. */
    public Long after;

    /** How many instances at most, up to 1000; null for 200. Each page is an operation of its own, with its own {@code opId}. */
    public Integer limit;
}
