package wf.access;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import wf.org.OrgKey;
import wf.store.InstantConverter;

/** A key of a service account, as a hash. */
@Entity
@Table(name = "wf_service_key")
@IdClass(OrgKey.class)
public class ServiceKeyRow {
    @Id
    public String tenant;

    @Id
    public String id;

    @Column(name = "account_id")
    public String accountId;

    @Column(name = "secret_hash")
    public String secretHash;

    /** The secret itself, under the master key; null where digests of it need not be compared. */
    @Column(name = "sealed_secret")
    public String sealedSecret;

    @Convert(converter = InstantConverter.class)
    @Column(name = "issued_at")
    public Instant issuedAt;

    @Column(name = "issued_by")
    public String issuedBy;

    @Convert(converter = InstantConverter.class)
    @Column(name = "expires_at")
    public Instant expiresAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "ended_at")
    public Instant endedAt;

    @Column(name = "ended_by")
    public String endedBy;

    /** Whether this key, as shown by a caller, is the one of this row and still of use. */
    boolean opens(ServiceKey shown, Instant now) {
        return Hashes.isSame(secretHash, shown.hash()) && isLive(now);
    }

    /** Whether it opens anything at this time. */
    public boolean isLive(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }
}
