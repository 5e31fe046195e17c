package wf.contract;

/**
 * What a person may do with a form field (§9.3).
 */
public enum FieldAccess {
    /** Not shown; the value is never sent. */
    HIDDEN,
    /** Shown. */
    READ,
    /** May be changed. */
    WRITE,
    /** Must have a value before the work is submitted. */
    REQUIRED
}
