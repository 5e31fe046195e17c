package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** An open work item, with what its holder has saved but not yet submitted. */
@Entity
@Table(name = "wf_work_item")
@IdClass(TenantKey.class)
public class WorkItemRow {
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

    public String candidates;

    @Convert(converter = InstantConverter.class)
    @Column(name = "created_at")
    public Instant createdAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "opened_at")
    public Instant openedAt;

    public String draft;

    @Convert(converter = InstantConverter.class)
    @Column(name = "due_at")
    public Instant dueAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "follow_up_at")
    public Instant followUpAt;

    public Integer priority;

    @Column(name = "form_key")
    public String formKey;

    /** The item of whoever asked for this one; null for what the model asks for. */
    @Column(name = "asked_by")
    public Long askedBy;

    /** Bits of {@link #pausedWith}; none is by itself. */
    static final int WITH_INSTANCE = 1;
    static final int WITH_TIMERS = 2;

    /** What it was before it was suspended, since when it is, and with what. */
    @Column(name = "paused_state")
    public String pausedState;

    @Convert(converter = InstantConverter.class)
    @Column(name = "paused_at")
    public Instant pausedAt;

    @Column(name = "paused_with")
    public int pausedWith;

    /** Who sent the work to its node, or asked for the item; null where nobody did, or an earlier version wrote it. */
    @Column(name = "sent_by")
    public String sentBy;

    /** How often its holder was urged, and when last. */
    public int urged;

    @Convert(converter = InstantConverter.class)
    @Column(name = "urged_at")
    public Instant urgedAt;
}
