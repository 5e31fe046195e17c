package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A whole copy of an instance at one version. */
@Entity
@Table(name = "wf_snapshot")
@IdClass(SnapshotKey.class)
public class SnapshotRow {
    @Id
    public String tenant;

    @Id
    @Column(name = "instance_id")
    public long instanceId;

    @Id
    public long version;

    /** Of which shape the instances of the program were that wrote it. */
    public String shape;

    public String body;
}
