package wf.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of a category: its path, within a tenant. */
public class CategoryKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String path;

    protected CategoryKey() { }

    public CategoryKey(String tenant, String path) {
        this.tenant = tenant;
        this.path = path;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CategoryKey k && Objects.equals(k.tenant, tenant) && Objects.equals(k.path, path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, path);
    }
}
