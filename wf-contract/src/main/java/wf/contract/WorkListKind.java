package wf.contract;

/**
 * The personal lists of work items (§4.3 U6 to U21).
 */
public enum WorkListKind {
    /** 待办: open items that the caller holds, and those of others for whom he stands in as deputy. */
    TODO,
    /** 认领: items offered to the caller, and those offered to others for whom he stands in as deputy. */
    CLAIMABLE,
    /** 已办: items that the caller handled, one row for each node of an instance. */
    DONE,
    /** 待阅: what the caller is to read. */
    TOREAD,
    /** 已阅: what the caller has read. */
    READ,
    /** 超期: open items that the caller holds and whose time is over. */
    OVERDUE,
    /** 转出: items that the caller had and that another has got since, or has done in his stead. */
    PASSED
}
