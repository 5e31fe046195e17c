package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * I4: what happened to an instance.
 */
public class History implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The instance. */
    public InstanceInfo instance;

    /** Operations, oldest first. */
    public List<HistoryEntry> entries = new ArrayList<>();

    /** Visits of nodes, oldest first. */
    public List<NodeVisit> visits = new ArrayList<>();

    /** Branches that ever were. */
    public List<BranchInfo> branches = new ArrayList<>();

    /** Who looked at it and who was refused, the latest 200, oldest first; for people who may read the access log about it. */
    public List<AccessLogEntry> accesses = new ArrayList<>();

    /** Whether there were earlier ones, which the access log has. */
    public boolean moreAccesses;
}
