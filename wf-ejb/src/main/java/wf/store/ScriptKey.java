package wf.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of one version of a stored script. */
public class ScriptKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String name;
    public int version;

    protected ScriptKey() { }

    public ScriptKey(String tenant, String name, int version) {
        this.tenant = tenant;
        this.name = name;
        this.version = version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScriptKey k && Objects.equals(k.tenant, tenant) && Objects.equals(k.name, name) && k.version == version;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, name, version);
    }
}
