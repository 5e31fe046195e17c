package wf.store;

import java.io.Serializable;
import java.util.Objects;

/** Whose calendar it is. */
public class CalendarKey implements Serializable {
    private static final long serialVersionUID = 1L;
    public String tenant;
    public String owner;

    protected CalendarKey() { }

    CalendarKey(String tenant, String owner) {
        this.tenant = tenant;
        this.owner = owner;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CalendarKey key && tenant.equals(key.tenant) && owner.equals(key.owner);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, owner);
    }
}
