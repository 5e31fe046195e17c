package wf.org;

import java.io.Serializable;
import java.util.Objects;

/** Key of a membership: who belongs to which department, group or post. */
public class MemberKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String ownerId;
    public String personId;

    protected MemberKey() { }

    public MemberKey(String tenant, String ownerId, String personId) {
        this.tenant = tenant;
        this.ownerId = ownerId;
        this.personId = personId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MemberKey k && k.tenant.equals(tenant) && k.ownerId.equals(ownerId)
                && k.personId.equals(personId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, ownerId, personId);
    }
}
