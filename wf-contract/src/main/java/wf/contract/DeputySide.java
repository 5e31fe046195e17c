package wf.contract;

/**
 * On which side of a grant somebody stands.
 */
public enum DeputySide {
    /** For whom another stands in. */
    PRINCIPAL,
    /** Who stands in for another. */
    DEPUTY
}
