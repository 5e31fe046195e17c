package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of the snapshots of an instance, oldest first.
 */
public class SnapshotPage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Snapshots. */
    public List<SnapshotInfo> snapshots = new ArrayList<>();

    /** The number after which the next page begins; null on the last one. */
    public Long next;
}
