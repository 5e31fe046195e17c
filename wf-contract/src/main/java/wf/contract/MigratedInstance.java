package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of the migration of one instance.
 */
public class MigratedInstance implements Serializable {
    private static final long serialVersionUID = 1L;

    public long instanceId;

    /** Whether it was migrated, or in a preview would be. */
    public boolean done;

    /** Why it was not; null when it was. */
    public ErrorCode code;

    /** The same as sentences, all reasons there are; null when it was. */
    public String reason;

    /** Where its work stood and where it stands now, each node once. */
    public List<NodeMove> moved = new ArrayList<>();

    /** Events, by their ids in the version left, that it waits for no longer. */
    public List<String> eventsClosed = new ArrayList<>();

    /** Events that it now waits for. */
    public List<String> eventsOpened = new ArrayList<>();
}
