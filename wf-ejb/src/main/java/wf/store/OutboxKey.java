package wf.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of a row of the outbox: the place in the journal of an instance, or instance 0 and an id of its own. */
public class OutboxKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public long instanceId;
    public long seq;

    protected OutboxKey() { }

    public OutboxKey(String tenant, long instanceId, long seq) {
        this.tenant = tenant;
        this.instanceId = instanceId;
        this.seq = seq;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutboxKey k && Objects.equals(k.tenant, tenant) && k.instanceId == instanceId && k.seq == seq;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, instanceId, seq);
    }
}
