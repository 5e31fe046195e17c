package wf.contract;

/**
 * What a message asks of the channel that it goes over; a to-do centre does the same to its entry.
 */
public enum NoticeAction {
    /** Something has come. */
    CREATE,
    /** It has been done, by him or by others. */
    COMPLETE,
    /** It is gone without having been done. */
    DELETE
}
