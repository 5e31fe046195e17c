package wf.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of an item of a handover. */
public class HandoverItemKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public long handoverId;
    public long id;

    protected HandoverItemKey() { }

    public HandoverItemKey(String tenant, long handoverId, long id) {
        this.tenant = tenant;
        this.handoverId = handoverId;
        this.id = id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HandoverItemKey k && Objects.equals(k.tenant, tenant) && k.handoverId == handoverId && k.id == id;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, handoverId, id);
    }
}
