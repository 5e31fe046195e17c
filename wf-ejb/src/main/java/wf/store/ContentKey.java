package wf.store;

import java.io.Serializable;
import java.util.Objects;

/** Key of an attachment's content. */
public class ContentKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String sha256;

    protected ContentKey() { }

    public ContentKey(String tenant, String sha256) {
        this.tenant = tenant;
        this.sha256 = sha256;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentKey k && Objects.equals(k.tenant, tenant) && Objects.equals(k.sha256, sha256);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, sha256);
    }
}
