package wf.access;

import java.io.Serializable;
import java.util.Objects;

/** Key of a session: the tenant first, so that no key reaches across tenants. */
public class SessionKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String tokenHash;

    protected SessionKey() { }

    public SessionKey(String tenant, String tokenHash) {
        this.tenant = tenant;
        this.tokenHash = tokenHash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionKey k && k.tenant.equals(tenant) && k.tokenHash.equals(tokenHash);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, tokenHash);
    }
}
