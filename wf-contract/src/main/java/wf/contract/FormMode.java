package wf.contract;

/**
 * How a form is shown (§1.2): by the highest of the identities that the caller holds.
 */
public enum FormMode {
    /** To be filled in, field by field as the access says. */
    FILL,
    /** To be read. */
    READ
}
