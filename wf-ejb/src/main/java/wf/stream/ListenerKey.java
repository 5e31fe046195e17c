package wf.stream;

import java.io.Serializable;
import java.util.Objects;

/** Key of a node that listens. */
public class ListenerKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String listener;

    protected ListenerKey() { }

    public ListenerKey(String tenant, String listener) {
        this.tenant = tenant;
        this.listener = listener;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListenerKey k && Objects.equals(k.tenant, tenant) && Objects.equals(k.listener, listener);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, listener);
    }
}
