package wf.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of a service of a node. */
public class ServiceKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String node;
    public String service;

    protected ServiceKey() { }

    public ServiceKey(String tenant, String node, String service) {
        this.tenant = tenant;
        this.node = node;
        this.service = service;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceKey k && Objects.equals(k.tenant, tenant) && Objects.equals(k.node, node) && Objects.equals(k.service, service);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, node, service);
    }
}
