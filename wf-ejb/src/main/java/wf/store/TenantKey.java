package wf.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of every row that has a number: the tenant first, so that no key reaches across tenants. */
public class TenantKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public long id;

    protected TenantKey() { }

    public TenantKey(String tenant, long id) {
        this.tenant = tenant;
        this.id = id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TenantKey k && k.id == id && k.tenant.equals(tenant);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, id);
    }
}
