package wf.contract;

/**
 * What becomes of variables when work is returned (§1.4).
 */
public enum DataPolicy {
    /** They stay as they are. */
    KEEP,
    /** They become what they were when the target was entered. */
    RESTORE
}
