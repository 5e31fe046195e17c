package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody has asked the holder of an item to hurry. */
@Entity
@Table(name = "wf_urge")
@IdClass(TenantKey.class)
public class UrgeRow {
    @Id
    public String tenant;

    @Id
    public long id;

    @Column(name = "instance_id")
    public long instanceId;

    @Column(name = "work_item_id")
    public long workItemId;

    @Column(name = "urged_by")
    public String urgedBy;

    @Convert(converter = InstantConverter.class)
    @Column(name = "urged_at")
    public Instant urgedAt;

    public String note;
}
