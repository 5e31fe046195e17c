package wf.org;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A post (岗位), of one department or of all. */
@Entity
@Table(name = "wf_post")
@IdClass(OrgKey.class)
public class PostRow extends UnitRow {
    @Column(name = "parent_id")
    public String parentId;

    @Column(name = "department_id")
    public String departmentId;
}
