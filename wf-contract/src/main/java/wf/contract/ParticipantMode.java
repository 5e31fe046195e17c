package wf.contract;

/**
 * How those who handle a node are found.
 */
public enum ParticipantMode {
    /** Nobody works there: it goes on by itself, or waits for something else. */
    NONE,
    /** One person gets it. */
    SINGLE,
    /** It is offered to several, and one of them claims it. */
    CLAIM,
    /** Each of several gets an item of his own, all at once. */
    PARALLEL,
    /** They get it one after the other, in this order. */
    SEQUENTIAL,
    /** Whoever submits names them, in {@link SubmitRequest#participants}; he has not done so yet. */
    CHOSEN,
    /** It is passed over. */
    SKIPPED
}
