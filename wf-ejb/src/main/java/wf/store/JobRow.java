package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something to be done at its time by a worker of any node: a timer, or what an operation posted. */
@Entity
@Table(name = "wf_job")
@IdClass(TenantKey.class)
public class JobRow {
    @Id
    public String tenant;

    @Id
    public long id;

    public String kind;

    public String state;

    @Column(name = "instance_id")
    public Long instanceId;

    @Column(name = "definition_id")
    public Long definitionId;

    @Column(name = "node_id")
    public String nodeId;

    @Convert(converter = InstantConverter.class)
    @Column(name = "due_at")
    public Instant dueAt;

    public int attempts;

    @Convert(converter = InstantConverter.class)
    @Column(name = "lease_until")
    public Instant leaseUntil;

    /** The node that works on it, or did last; null for whoever reserved it when he posted it. */
    @Column(name = "lease_owner")
    public String leaseOwner;

    /** Grows with every change of hands. */
    @Column(name = "lease_epoch")
    public int leaseEpoch;

    @Column(name = "last_error")
    public String lastError;

    public String body;

    public JobType type() {
        return JobType.valueOf(kind);
    }

    public JobBody content() {
        return Json.read(body, JobBody.class);
    }
}
