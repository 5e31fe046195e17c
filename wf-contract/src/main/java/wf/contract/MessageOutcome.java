package wf.contract;

/** What became of a message. */
public enum MessageOutcome {
    /** An instance that waited for it goes on. */
    RECEIVED,
    /** It has begun an instance. */
    STARTED,
    /** Nobody waits for it yet. */
    KEPT
}
