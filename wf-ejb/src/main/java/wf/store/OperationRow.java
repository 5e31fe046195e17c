package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** An operation that succeeded, by its idempotency key. */
@Entity
@Table(name = "wf_operation")
@IdClass(OperationKey.class)
public class OperationRow {
    @Id
    public String tenant;

    @Id
    @Column(name = "op_id")
    public String opId;

    public String actor;

    @Column(name = "payload_hash")
    public String payloadHash;

    @Convert(converter = InstantConverter.class)
    @Column(name = "happened_at")
    public Instant happenedAt;

    public String reply;
}
