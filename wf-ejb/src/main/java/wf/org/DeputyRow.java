package wf.org;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import wf.store.InstantConverter;
import wf.store.TenantKey;

/** A grant (代办): the deputy acts on the work of the principal while it counts. It is never deleted, the journal relies on it. */
@Entity
@Table(name = "wf_deputy")
@IdClass(TenantKey.class)
public class DeputyRow extends ValidRow {
    @Id
    public String tenant;

    @Id
    public long id;

    public String principal;

    public String deputy;

    /** The process whose work is meant; null for all. */
    @Column(name = "def_key")
    public String defKey;

    /** The step whose work is meant; null for all. */
    @Column(name = "node_id")
    public String nodeId;

    @Convert(converter = InstantConverter.class)
    @Column(name = "revoked_at")
    public Instant revokedAt;

    /** Whether it counts at this time: a grant may end before its time. */
    @Override
    public boolean isValidAt(Instant time) {
        return super.isValidAt(time) && (revokedAt == null || time.isBefore(revokedAt));
    }

    /** Whether it has counted and does so no longer. */
    public boolean isOverAt(Instant time) {
        return !time.isBefore(validFrom) && !isValidAt(time);
    }

    /** Whether it is about this step of this process. */
    public boolean covers(String definitionKey, String node) {
        return (defKey == null || defKey.equals(definitionKey)) && (nodeId == null || nodeId.equals(node));
    }
}
