package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A work item of a handover, by the id that it had when it was offered. */
@Entity
@Table(name = "wf_handover_item")
@IdClass(HandoverItemKey.class)
public class HandoverItemRow {
    @Id
    public String tenant;

    @Id
    @Column(name = "handover_id")
    public long handoverId;

    @Id
    public long id;

    @Column(name = "instance_id")
    public long instanceId;

    public String state;

    @Column(name = "new_item_id")
    public Long newItemId;

    public String code;

    public String reason;
}
