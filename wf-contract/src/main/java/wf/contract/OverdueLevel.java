package wf.contract;

/**
 * How far something has come towards its limit and beyond.
 */
public enum OverdueLevel {
    /** 预警: a warning has come, and it is not due yet. */
    WARNED,
    /** 超期: it is past its due time. */
    OVERDUE
}
