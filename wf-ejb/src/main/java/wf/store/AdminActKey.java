package wf.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of what an administrator did: the tenant first, so that no key reaches across tenants. */
public class AdminActKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public long seq;

    protected AdminActKey() { }

    public AdminActKey(String tenant, long seq) {
        this.tenant = tenant;
        this.seq = seq;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AdminActKey k && k.seq == seq && k.tenant.equals(tenant);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, seq);
    }
}
