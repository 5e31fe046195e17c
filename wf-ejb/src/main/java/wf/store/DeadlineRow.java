package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** Until when an instance, a visit or an item is to be done, for as long as it is not. The instance itself knows the rest. */
@Entity
@Table(name = "wf_deadline")
@IdClass(TenantKey.class)
public class DeadlineRow {
    @Id
    public String tenant;

    @Id
    public long id;

    @Column(name = "instance_id")
    public long instanceId;

    @Column(name = "definition_id")
    public long definitionId;

    @Column(name = "node_instance_id")
    public Long nodeInstanceId;

    @Column(name = "work_item_id")
    public Long workItemId;

    @Column(name = "node_id")
    public String nodeId;

    @Convert(converter = InstantConverter.class)
    @Column(name = "due_at")
    public Instant dueAt;

    /** How many levels have come. */
    public int levels;

    @Convert(converter = InstantConverter.class)
    @Column(name = "reached_at")
    public Instant reachedAt;
}
