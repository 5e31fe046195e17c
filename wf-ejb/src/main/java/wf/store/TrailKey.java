package wf.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of a trail entry. */
public class TrailKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public long instanceId;
    public long nodeInstanceId;

    protected TrailKey() { }

    public TrailKey(String tenant, long instanceId, long nodeInstanceId) {
        this.tenant = tenant;
        this.instanceId = instanceId;
        this.nodeInstanceId = nodeInstanceId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrailKey k && Objects.equals(k.tenant, tenant) && k.instanceId == instanceId && k.nodeInstanceId == nodeInstanceId;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, instanceId, nodeInstanceId);
    }
}
