package wf.contract;

import java.io.Serializable;

/**
 * I8 最大版本号: how far an instance has come.
 */
public class MaxVersion implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Instance. */
    public long instanceId;

    /** Its highest version, for {@link OperationRequest#expectedVersion}. */
    public long version;

    /** Number of its newest snapshot. */
    public long snapshot;
}
