package wf.contract;

/**
 * How far a message to somebody has come.
 */
public enum NoticeState {
    /** It is to be sent, now or when its time has come. */
    WAITING,
    /** It has been sent; in the site it lies there unread. */
    SENT,
    /** He has read it in the site. */
    READ,
    /** What it was about is gone, or he has deleted it. */
    GONE,
    /** He has no address on this channel. */
    NOWHERE,
    /** Nobody tries it any more; an administrator may have it sent again. */
    DEAD
}
