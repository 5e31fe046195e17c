package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * A process instance as lists show it.
 */
public class InstanceInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Id. */
    public long id;

    /** Version, for {@link OperationRequest#expectedVersion}. */
    public long version;

    /** State. */
    public InstanceState state;

    /** 异常: running with an open incident. */
    public boolean faulted;

    /** Definition version. */
    public long definitionId;

    /** Key of the definition. */
    public String definitionKey;

    /** Version of the definition. */
    public int definitionVersion;

    /** Name of the definition. */
    public String definitionName;

    /** Title. */
    public String title;

    /** Business key, or null. */
    public String businessKey;

    /** Who started it. */
    public Person starter;

    /** The instance that called this one, or null. */
    public Long parentId;

    /** Instances that this one has called, at most 100; only where a single instance is read. */
    public List<Long> children = new ArrayList<>();

    /** When it was started. */
    public Date startedAt;

    /** When it ended, or null. */
    public Date endedAt;

    /** Whether it is in the archive: it can be read there, and an administrator may fetch it back. */
    public boolean archived;
}
