package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A message or signal that an instance waits for. */
@Entity
@Table(name = "wf_subscription")
@IdClass(TenantKey.class)
public class SubscriptionRow {
    @Id
    public String tenant;

    @Id
    public long id;

    @Column(name = "instance_id")
    public long instanceId;

    @Column(name = "node_id")
    public String nodeId;

    public String kind;

    public String name;

    @Column(name = "corr_key")
    public String key;
}
