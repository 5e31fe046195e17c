package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A closed work item. */
@Entity
@Table(name = "wf_work_item_closed")
@IdClass(TenantKey.class)
public class ClosedItemRow {
    @Id
    public String tenant;

    @Id
    public long id;

    @Column(name = "instance_id")
    public long instanceId;

    @Column(name = "node_instance_id")
    public long nodeInstanceId;

    @Column(name = "branch_id")
    public long branchId;

    @Column(name = "node_id")
    public String nodeId;

    public String kind;

    public String state;

    public String owner;

    @Column(name = "handled_by")
    public String handledBy;

    @Column(name = "done_by")
    public String doneBy;

    @Convert(converter = InstantConverter.class)
    @Column(name = "created_at")
    public Instant createdAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "opened_at")
    public Instant openedAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "closed_at")
    public Instant closedAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "due_at")
    public Instant dueAt;

    public Integer priority;

    @Column(name = "asked_by")
    public Long askedBy;

    /** In which of his departments its handler acted, where he has said so. */
    @Column(name = "handled_in")
    public String handledIn;

    /** The vote with which it was closed, or null. */
    public String vote;

    /** When it goes on, where it was handed in to wait. */
    @Convert(converter = InstantConverter.class)
    @Column(name = "delayed_until")
    public Instant delayedUntil;

    /** When the instance was started. */
    @Convert(converter = InstantConverter.class)
    @Column(name = "started_at")
    public Instant startedAt;
}
