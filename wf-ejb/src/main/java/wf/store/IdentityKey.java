package wf.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of what a tenant says about an identity. */
public class IdentityKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String code;

    protected IdentityKey() { }

    public IdentityKey(String tenant, String code) {
        this.tenant = tenant;
        this.code = code;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdentityKey k && Objects.equals(k.tenant, tenant) && Objects.equals(k.code, code);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, code);
    }
}
