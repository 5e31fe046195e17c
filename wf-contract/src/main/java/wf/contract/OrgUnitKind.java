package wf.contract;

/**
 * What people belong to.
 */
public enum OrgUnitKind {
    /** 部门: departments and units, a tree. */
    DEPT,
    /** 群组: groups that work is routed to, a tree. */
    GROUP,
    /** 岗位: posts, a tree. */
    POST
}
