package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the journal that is to be told after the commit. */
@Entity
@Table(name = "wf_outbox")
@IdClass(TenantKey.class)
public class OutboxRow {
    @Id
    public String tenant;

    @Id
    public long id;

    @Column(name = "instance_id")
    public long instanceId;

    @Convert(converter = InstantConverter.class)
    @Column(name = "created_at")
    public Instant createdAt;

    /** The place in the instance's journal; null in rows of versions before 7, which have a body. */
    public Long seq;

    /** What is to be told, in rows of versions before 7; else empty. */
    public String body = "";
}
