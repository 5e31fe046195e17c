package wf.contract;

/**
 * On which side of a handover somebody stands.
 */
public enum HandoverSide {
    /** Whose work it is. */
    GIVER,
    /** Who is to get it. */
    RECEIVER
}
