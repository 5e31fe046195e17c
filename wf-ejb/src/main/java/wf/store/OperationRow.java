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

    /** The instance it was about; null when it was about none, or when the reply tells nothing of it. */
    @Column(name = "instance_id")
    public Long instanceId;

    public String actor;

    @Column(name = "payload_hash")
    public String payloadHash;

    @Convert(converter = InstantConverter.class)
    @Column(name = "happened_at")
    public Instant happenedAt;

    /** Empty when the instance was purged since. */
    public String reply;

    /** The service account that acted for the actor, or let him in; null where he came himself. */
    public String via;
}
