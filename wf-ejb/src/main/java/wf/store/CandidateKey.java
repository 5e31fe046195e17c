package wf.store;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** Key of a candidate entry. */
public class CandidateKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String candidate;
    public Instant createdAt;
    public long itemId;

    protected CandidateKey() { }

    public CandidateKey(String tenant, String candidate, Instant createdAt, long itemId) {
        this.tenant = tenant;
        this.candidate = candidate;
        this.createdAt = createdAt;
        this.itemId = itemId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CandidateKey k && Objects.equals(k.tenant, tenant) && Objects.equals(k.candidate, candidate) && Objects.equals(k.createdAt, createdAt) && k.itemId == itemId;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, candidate, createdAt, itemId);
    }
}
