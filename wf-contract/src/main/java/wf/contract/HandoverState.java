package wf.contract;

/**
 * How a handover stands.
 */
public enum HandoverState {
    /** Work waits for the receiver's word. */
    PENDING,
    /** He has answered for all of it. */
    DONE,
    /** It was taken back before. */
    CANCELLED
}
