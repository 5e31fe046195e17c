package wf.org;

import java.io.Serializable;
import java.util.Objects;

/** Key of a person, department, group or post: the tenant first, so that no key reaches across tenants. */
public class OrgKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String id;

    protected OrgKey() { }

    public OrgKey(String tenant, String id) {
        this.tenant = tenant;
        this.id = id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrgKey k && k.tenant.equals(tenant) && k.id.equals(id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, id);
    }
}
