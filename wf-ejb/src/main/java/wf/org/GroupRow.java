package wf.org;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A group (群组) that work is routed to; it grants no rights in the product. */
@Entity
@Table(name = "wf_group")
@IdClass(OrgKey.class)
public class GroupRow extends UnitRow {
    @Column(name = "parent_id")
    public String parentId;
}
