package wf.contract;

/**
 * How an item of a handover stands.
 */
public enum HandoverItemState {
    /** The receiver has not answered, or it could not move yet. */
    PENDING,
    /** It is the receiver's now. */
    MOVED,
    /** The receiver does not take it; it stays where it is. */
    REJECTED,
    /** It was closed, or went to somebody else, meanwhile. */
    GONE
}
