package wf.contract;

/**
 * Whether mails come one by one.
 */
public enum DigestMode {
    /** One by one. */
    NONE,
    /** Together, each hour. */
    HOURLY,
    /** Together, once a day. */
    DAILY
}
