package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** Who has got the work of a step last that goes round among people. */
@Entity
@Table(name = "wf_rotation")
@IdClass(RotationKey.class)
public class RotationRow {
    @Id
    public String tenant;

    @Id
    @Column(name = "def_key")
    public String defKey;

    @Id
    @Column(name = "node_id")
    public String nodeId;

    @Column(name = "person_id")
    public String personId;
}
