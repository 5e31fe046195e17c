package wf.access;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import wf.store.InstantConverter;

/** A token that was given out and has not been used. */
@Entity
@Table(name = "wf_entry_token")
@IdClass(SessionKey.class)
public class EntryTokenRow {
    @Id
    public String tenant;

    @Id
    @Column(name = "token_hash")
    public String tokenHash;

    @Convert(converter = InstantConverter.class)
    @Column(name = "expires_at")
    public Instant expiresAt;
}
