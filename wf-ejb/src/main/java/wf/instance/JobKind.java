package wf.instance;

/** What a job does. */
public enum JobKind {
    /** Lets the waiting node go on in a transaction of its own. */
    CONTINUE,
    /** Carries out the remote call that the node's settings describe. */
    CALL,
    /** Starts an instance of another process; the waiting node goes on when that ends. */
    CHILD,
    /** As CHILD, but the node does not wait for its end. */
    CHILD_ALONE,
    /** Ends the children that a visit started. */
    CANCEL_CHILDREN,
    /** Tells the parent instance that this one has ended, failed or escalated. */
    TELL_PARENT,
    /** Lets happen, one after another, what came while the instance stood still. */
    ARRIVALS,
    /** Ends a pause whose time was set when it began. */
    WAKE,
    /** Has the children that the instance waits for stand still or go on as it does itself. */
    ALIGN_CHILDREN,
    /** Sends a message to whoever waits for it. */
    MESSAGE,
    /** Sends a signal to everybody in the tenant who waits for it now. */
    SIGNAL;

    /** Whether the visit that posts such a job waits for the answer. */
    public boolean isAwaited() {
        return this == CONTINUE || this == CALL || this == CHILD;
    }
}
