package wf.access;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import wf.store.InstantConverter;

/** The password of a person, as a hash. */
@Entity
@Table(name = "wf_credential")
@IdClass(CredentialKey.class)
public class CredentialRow {
    @Id
    public String tenant;

    @Id
    @Column(name = "person_id")
    public String personId;

    @Column(name = "password_hash")
    public String passwordHash;

    @Convert(converter = InstantConverter.class)
    @Column(name = "changed_at")
    public Instant changedAt;

    @Version
    public long version;
}
