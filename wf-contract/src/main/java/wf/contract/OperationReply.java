package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * What an operation did, or in a preview would do (§0.6): the same structure for every operation.
 */
public class OperationReply implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Operation id, the client's or one made by the server. */
    public String opId;

    /** True when nothing was stored. */
    public boolean preview;

    /** False when some of what the operation set off was still going on behind it when this was answered. */
    public boolean settled = true;

    /** The ticket of work that was handed in to be carried out by and by; else null. */
    public Long ticket;

    /** Instance; null in the preview of a start. */
    public Long instanceId;

    /** State of the instance afterwards. */
    public InstanceState state;

    /** Version of the instance afterwards. */
    public long version;

    /** Work items that ended, each with its final state. */
    public List<WorkItemInfo> itemsClosed = new ArrayList<>();

    /** Work items that came into being. */
    public List<WorkItemInfo> itemsCreated = new ArrayList<>();

    /** Work items that stay and have another state now: they stand still, or go on. */
    public List<WorkItemInfo> itemsChanged = new ArrayList<>();

    /** Branches that ended. */
    public List<BranchInfo> branchesEnded = new ArrayList<>();

    /** Branches that opened. */
    public List<BranchInfo> branchesOpened = new ArrayList<>();

    /** Nodes passed without work, and why. */
    public List<SkippedNode> skipped = new ArrayList<>();

    /** Rules and scripts that ran, in their order. */
    public List<AppliedRule> rules = new ArrayList<>();

    /** When work that was handed in goes on, where it waits for a moment (§8.4); else null. */
    public Date delayedUntil;

    /** Instances of other processes that were started from an item (F22); {@code children} of the instance has all that there are. */
    public List<StartedProcess> started = new ArrayList<>();

    /** Incidents that came up. */
    public List<IncidentInfo> incidents = new ArrayList<>();

    /** What is gone for good, where an instance was purged (I10); else empty. */
    public List<Removed> removed = new ArrayList<>();

    /** People who will be told. */
    public List<Person> told = new ArrayList<>();
}
