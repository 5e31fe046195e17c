package wf.audit;

import java.io.Serializable;
import java.util.Objects;

/** Key of a row of the access log. */
public class AccessLogKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public long chainId;
    public long seq;

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessLogKey k && Objects.equals(k.tenant, tenant) && k.chainId == chainId && k.seq == seq;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, chainId, seq);
    }
}
