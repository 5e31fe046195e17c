package wf.contract;

/**
 * Gives a role to somebody, or to all of a group, department or post.
 */
public class GrantRoleRequest extends AccessRequest {
    private static final long serialVersionUID = 1L;

    /** Code of the role. */
    public String role;

    /** {@code user:li}, {@code group:security}, {@code dept:it} or {@code post:auditor}. */
    public String holder;

    /** Only in this department and those below it; null for everywhere. */
    public String department;

    /** Only in this category of definitions and those below it; null for all. */
    public String category;
}
