package wf.access;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import wf.store.InstantConverter;

/** A message that has come, and until when it would count again. */
@Entity
@Table(name = "wf_used_nonce")
@IdClass(SessionKey.class)
public class UsedNonceRow {
    @Id
    public String tenant;

    @Id
    @Column(name = "token_hash")
    public String tokenHash;

    @Convert(converter = InstantConverter.class)
    @Column(name = "expires_at")
    public Instant expiresAt;
}
