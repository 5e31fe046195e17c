package wf.contract;

/**
 * What becomes of the other branches when a token jumps out of their block (F11).
 */
public enum SiblingPolicy {
    /** They are given up. */
    KILL,
    /** They go on; their join no longer waits for the one that has left. */
    KEEP
}
