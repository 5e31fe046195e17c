package wf.org;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import wf.contract.DeputyMode;
import wf.contract.DeputyState;
import wf.store.InstantConverter;
import wf.store.TenantKey;

/** A grant (代办): the deputy acts on the work of the principal, or gets it, while it counts. It is never deleted, the journal relies on it. */
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

    /** A name of {@link DeputyMode}. */
    public String mode = DeputyMode.ACT_FOR.name();

    /** PENDING, ACCEPTED or REFUSED; that it was revoked is told by {@link #revokedAt}. */
    public String state = DeputyState.ACCEPTED.name();

    /** Who granted it, and when; null in rows of releases in which they were written by hand. */
    @Column(name = "granted_by")
    public String grantedBy;

    @Convert(converter = InstantConverter.class)
    @Column(name = "granted_at")
    public Instant grantedAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "answered_at")
    public Instant answeredAt;

    @Column(name = "revoked_by")
    public String revokedBy;

    /** What the deputy was told. */
    public String note;

    /** Whether it counts at this time: a grant may end before its time, and not begin before it is accepted. */
    @Override
    public boolean isValidAt(Instant time) {
        return super.isValidAt(time) && isIn(DeputyState.ACCEPTED) && (revokedAt == null || time.isBefore(revokedAt));
    }

    /** Whether it has counted and does so no longer. */
    public boolean isOverAt(Instant time) {
        return isIn(DeputyState.ACCEPTED) && !time.isBefore(validFrom) && !isValidAt(time);
    }

    public boolean isIn(DeputyState wanted) {
        return wanted.name().equals(state);
    }

    public boolean isOf(DeputyMode wanted) {
        return wanted.name().equals(mode);
    }

    /** Whether it counts now or may do so later. */
    public boolean mayStillCount(Instant now) {
        return revokedAt == null && !isIn(DeputyState.REFUSED) && (validTo == null || now.isBefore(validTo));
    }

    /** Whether there is a moment and a piece of work that both are about. */
    public boolean meets(DeputyRow other) {
        return (validTo == null || other.validFrom.isBefore(validTo)) && (other.validTo == null || validFrom.isBefore(other.validTo))
                && meets(defKey, other.defKey) && meets(nodeId, other.nodeId);
    }

    private static boolean meets(String one, String other) {
        return one == null || other == null || one.equals(other);
    }

    /** Whether it is about this step of this process. */
    public boolean covers(String definitionKey, String node) {
        return (defKey == null || defKey.equals(definitionKey)) && (nodeId == null || nodeId.equals(node));
    }
}
