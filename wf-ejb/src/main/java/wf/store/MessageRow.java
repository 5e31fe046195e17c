package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A message that nobody waits for yet, kept until it expires. */
@Entity
@Table(name = "wf_message")
@IdClass(TenantKey.class)
public class MessageRow {
    @Id
    public String tenant;

    @Id
    public long id;

    public String name;

    @Column(name = "corr_key")
    public String key;

    @Convert(converter = InstantConverter.class)
    @Column(name = "received_at")
    public Instant receivedAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "expires_at")
    public Instant expiresAt;

    public String body;

    public JobBody content() {
        return Json.read(body, JobBody.class);
    }
}
