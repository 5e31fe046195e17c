package wf.org;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import wf.store.InstantConverter;
import wf.store.TenantKey;

/** That somebody, or all of a group, department or post, has a role, and how far. */
@Entity
@Table(name = "wf_role_grant")
@IdClass(TenantKey.class)
public class RoleGrantRow {
    @Id
    public String tenant;

    @Id
    public long id;

    @Column(name = "role_code")
    public String role;

    /** {@code user:li}, {@code group:security}, {@code dept:it} or {@code post:auditor}. */
    public String holder;

    /** The department with those below it; null for everywhere. */
    public String department;

    /** The category with those below it; null for all. */
    public String category;

    @Convert(converter = InstantConverter.class)
    @Column(name = "granted_at")
    public Instant grantedAt;

    /** Null for what an earlier version called an administrator, and for whoever came with the database. */
    @Column(name = "granted_by")
    public String grantedBy;
}
