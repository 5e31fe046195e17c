package wf.access;

import java.io.Serializable;
import java.util.Objects;

/** Key of a person's password: the tenant first, so that no key reaches across tenants. */
public class CredentialKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String personId;

    protected CredentialKey() { }

    public CredentialKey(String tenant, String personId) {
        this.tenant = tenant;
        this.personId = personId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CredentialKey k && k.tenant.equals(tenant) && k.personId.equals(personId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, personId);
    }
}
