package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A category: that it is there, also without definitions, and where among its siblings. */
@Entity
@Table(name = "wf_category")
@IdClass(CategoryKey.class)
public class CategoryRow {
    @Id
    public String tenant;

    @Id
    public String path;

    @Column(name = "sort_no")
    public int sortNo;
}
