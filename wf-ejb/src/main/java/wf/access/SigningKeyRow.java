package wf.access;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import wf.store.InstantConverter;

/** With what tokens of a tenant are signed, on every node alike. */
@Entity
@Table(name = "wf_signing_key")
@IdClass(SigningKeyId.class)
public class SigningKeyRow {
    @Id
    public String tenant;

    @Id
    public String purpose;

    public String secret;

    @Convert(converter = InstantConverter.class)
    @Column(name = "created_at")
    public Instant createdAt;
}
