package wf.access;

import java.io.Serializable;
import java.util.Objects;

/** Key of a signing key's row: the tenant first, so that no key reaches across tenants. */
public class SigningKeyId implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String purpose;

    protected SigningKeyId() { }

    public SigningKeyId(String tenant, String purpose) {
        this.tenant = tenant;
        this.purpose = purpose;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningKeyId k && k.tenant.equals(tenant) && k.purpose.equals(purpose);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, purpose);
    }
}
