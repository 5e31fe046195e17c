package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * An instance as it was at one version: state and data.
 */
public class Snapshot implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What led to it. */
    public SnapshotInfo info;

    /** The instance then. */
    public InstanceInfo instance;

    /** Variables of the process, those of activities after them. */
    public List<SnapshotProperty> variables = new ArrayList<>();

    /** Work items that were open. */
    public List<WorkItemInfo> openItems = new ArrayList<>();

    /** Visits that went on. */
    public List<NodeVisit> visits = new ArrayList<>();
}
