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

    // ---- what lists show and are found by, so that none of them looks at instances ----

    /** {@link #dueAt} of what may wait for ever: what is sorted has no gaps. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    @Column(name = "definition_id")
    public long definitionId;

    public String title;

    @Column(name = "business_key")
    public String businessKey;

    public String starter;

    /** Until when it is to be handled, or {@link #NEVER}. */
    @Convert(converter = InstantConverter.class)
    @Column(name = "due_order")
    public Instant dueOrder = NEVER;

    /** The priority, or 0. */
    public int urgency;

    /** 1 while the instance is deleted: then it stands in no list. */
    public int hidden;

    /** On which terms it is to be handled may change while it is open. */
    void due(Instant at) {
        dueAt = at;
        dueOrder = order(at);
    }

    static Instant order(Instant dueAt) {
        return dueAt == null ? NEVER : dueAt;
    }
}
