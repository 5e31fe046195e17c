package wf.notice;

import java.io.Serializable;
import java.util.Objects;

/** Key of somebody's wishes. */
public class WishKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String person;

    protected WishKey() { }

    public WishKey(String tenant, String person) {
        this.tenant = tenant;
        this.person = person;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WishKey k && Objects.equals(k.tenant, tenant) && Objects.equals(k.person, person);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, person);
    }
}
