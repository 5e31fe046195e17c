package wf.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of the whole copy of an instance at one version. */
public class SnapshotKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public long instanceId;
    public long version;

    protected SnapshotKey() { }

    public SnapshotKey(String tenant, long instanceId, long version) {
        this.tenant = tenant;
        this.instanceId = instanceId;
        this.version = version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SnapshotKey k && Objects.equals(k.tenant, tenant) && k.instanceId == instanceId && k.version == version;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, instanceId, version);
    }
}
