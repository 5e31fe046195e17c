package wf.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of a step whose work goes round among people. */
public class RotationKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String defKey;
    public String nodeId;

    protected RotationKey() { }

    public RotationKey(String tenant, String defKey, String nodeId) {
        this.tenant = tenant;
        this.defKey = defKey;
        this.nodeId = nodeId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RotationKey k && Objects.equals(k.tenant, tenant) && Objects.equals(k.defKey, defKey) && Objects.equals(k.nodeId, nodeId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, defKey, nodeId);
    }
}
