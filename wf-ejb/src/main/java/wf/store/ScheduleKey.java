package wf.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of a schedule: its name, within a tenant. */
public class ScheduleKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String name;

    protected ScheduleKey() { }

    public ScheduleKey(String tenant, String name) {
        this.tenant = tenant;
        this.name = name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScheduleKey k && Objects.equals(k.tenant, tenant) && Objects.equals(k.name, name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, name);
    }
}
