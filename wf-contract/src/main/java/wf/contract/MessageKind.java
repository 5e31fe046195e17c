package wf.contract;

/**
 * About what of an item a message is.
 */
public enum MessageKind {
    /** 待办: it has come. */
    TODO,
    /** 待阅: it is to be read. */
    TOREAD,
    /** 催办: its holder is asked to hurry. */
    URGE,
    /** 超期: its time is over. */
    OVERDUE
}
