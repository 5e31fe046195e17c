package wf.contract;

/**
 * What becomes of the branches beside the one that is returned to before their split (§1.3, case B).
 */
public enum RelatedBranches {
    /** They are given up. */
    ALL,
    /** The return waits until each of them is returned too or has come to its join. */
    WAIT
}
