package wf.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of a journal row. */
public class JournalKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public long instanceId;
    public long seq;

    protected JournalKey() { }

    public JournalKey(String tenant, long instanceId, long seq) {
        this.tenant = tenant;
        this.instanceId = instanceId;
        this.seq = seq;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JournalKey k && Objects.equals(k.tenant, tenant) && k.instanceId == instanceId && k.seq == seq;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, instanceId, seq);
    }
}
