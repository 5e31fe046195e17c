package wf.org;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** That a person belongs to a department, group or post. */
@MappedSuperclass
public abstract class MemberRow extends ValidRow {
    @Id
    public String tenant;

    @Id
    @Column(name = "owner_id")
    public String ownerId;

    @Id
    @Column(name = "person_id")
    public String personId;
}
