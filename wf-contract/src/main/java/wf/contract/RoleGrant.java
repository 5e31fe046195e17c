package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * That somebody has a role, and how far it reaches.
 */
public class RoleGrant implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Number of the grant. */
    public long id;

    /** Code of the role. */
    public String role;

    /** Name of the role in the caller's language. */
    public String roleName;

    /** {@code user:li}, {@code group:security}, {@code dept:it} or {@code post:auditor}. */
    public String holder;

    /** Only in this department and those below it; null for everywhere. */
    public String department;

    /** Only in this category and those below it; null for all. */
    public String category;

    /** When it was granted. */
    public Date grantedAt;

    /** By whom; null where it came with the database. */
    public Person grantedBy;
}
