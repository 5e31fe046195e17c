package wf.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of a remembered operation. */
public class OperationKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String opId;

    protected OperationKey() { }

    public OperationKey(String tenant, String opId) {
        this.tenant = tenant;
        this.opId = opId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OperationKey k && Objects.equals(k.tenant, tenant) && Objects.equals(k.opId, opId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, opId);
    }
}
