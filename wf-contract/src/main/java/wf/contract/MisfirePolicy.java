package wf.contract;

/**
 * What becomes of times of a schedule that were missed, since nothing ran.
 */
public enum MisfirePolicy {
    /** However many were missed, it starts once for them. */
    ONCE,
    /** What was missed is left out. */
    SKIP,
    /** Each is made up for, one after the other. */
    ALL
}
