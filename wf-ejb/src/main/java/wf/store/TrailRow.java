package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A finished visit of a human node. */
@Entity
@Table(name = "wf_trail")
@IdClass(TrailKey.class)
public class TrailRow {
    @Id
    public String tenant;

    @Id
    @Column(name = "instance_id")
    public long instanceId;

    @Id
    @Column(name = "node_instance_id")
    public long nodeInstanceId;

    public long seq;

    @Column(name = "node_id")
    public String nodeId;

    public String lineage;

    public Long sender;

    public int undone;

    /** Whether nobody worked there. */
    public int automatic;

    /** How the signing round of the visit ended, or null. */
    public String round;
}
