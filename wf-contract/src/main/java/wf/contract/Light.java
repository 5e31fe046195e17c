package wf.contract;

/**
 * How a piece of work stands towards its deadline.
 */
public enum Light {
    /** It has more than a day left, or no deadline. */
    GREEN,
    /** Its time is over within a day. */
    YELLOW,
    /** Its time is over. */
    RED
}
