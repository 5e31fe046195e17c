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
    OVERDUE,
    /** 预警: its time is nearly over. */
    WARN,
    /** 办结: what one has started has ended. */
    ENDED,
    /** 移交: work is offered to be taken over, or has been taken. */
    HANDOVER,
    /** What one handed in without waiting for it could not be carried out. */
    FAILED,
    /** What somebody sends in his own words (U23). */
    TEXT
}
