package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that is to be told after the commit: a row of the journal, or what stands in the body. */
@Entity
@Table(name = "wf_outbox")
@IdClass(OutboxKey.class)
public class OutboxRow {
    @Id
    public String tenant;

    /** Whose journal tells it; 0 for what is in none. */
    @Id
    @Column(name = "instance_id")
    public long instanceId;

    /** The place in that journal, else an id of its own. */
    @Id
    public long seq;

    @Convert(converter = InstantConverter.class)
    @Column(name = "created_at")
    public Instant createdAt;

    /** Until then it is the affair of one node: first of the one that wrote it. */
    @Convert(converter = InstantConverter.class)
    @Column(name = "lease_until")
    public Instant leaseUntil;

    /** How often it could not be told; that the topic was away is not counted. */
    public int attempts;

    /** 1 when people have been told, and only the topic has not. */
    public int told;

    /** A {@link Telling}; null for a row of the journal. */
    public String body;

    public OutboxKey key() {
        return new OutboxKey(tenant, instanceId, seq);
    }
}
