package wf.org;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A department (部门) or a unit (单位) of the tree. */
@Entity
@Table(name = "wf_department")
@IdClass(OrgKey.class)
public class DepartmentRow extends UnitRow {
    @Column(name = "parent_id")
    public String parentId;

    public String code;

    /** {@code UNIT} or {@code DEPT}. */
    public String kind = "DEPT";

    @Column(name = "sort_no")
    public int sortNo;

    /** The person who heads it. */
    @Column(name = "head_id")
    public String headId;

    /** The superior leader in charge of it (分管领导). */
    @Column(name = "superior_id")
    public String superiorId;
}
