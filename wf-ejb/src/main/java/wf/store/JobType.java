package wf.store;

import wf.instance.JobKind;

/** What a job row asks for: everything that the core posts, and what the shell posts itself. */
public enum JobType {
    CONTINUE, CALL, CHILD, CHILD_ALONE, CANCEL_CHILDREN, TELL_PARENT, ARRIVALS, WAKE, ALIGN_CHILDREN, MESSAGE, SIGNAL,
    /** A timer of an instance is due. The row has the id of the subscription. */
    TIMER,
    /** A signal is to reach one subscription. */
    TRIGGER,
    /** A definition begins because a signal was sent. */
    START,
    /** A definition begins because its time has come, and perhaps will again. The row has the id of the event start. */
    TIMER_START,
    /** A kept message is to find its receiver. The row has the id of the message. */
    MATCH,
    /** Somebody began to wait for a message: it may have been kept. */
    LOOK,
    /** What ended long ago goes into the archive; one row in each tenant. */
    ARCHIVE,
    /** Operation ids that are old are remembered no longer; one row in each tenant. */
    FORGET,
    /** The organisation is loaded from elsewhere; one row in each tenant that has such. */
    ORGANISATION;

    static JobType of(JobKind kind) {
        return valueOf(kind.name());
    }

    /**
     * Whether nobody would notice in time that it is given up: a timer that stands still, a message that lies there, an archive that
     * is not filled, ids that are not forgotten, an organisation that grows old.
     */
    public boolean isNeverGivenUp() {
        return this == TIMER || this == TIMER_START || this == MATCH || this == ARCHIVE || this == FORGET || this == ORGANISATION;
    }

    /** Whether it waits while its instance stands still: what only the instance itself would notice. */
    boolean isParked() {
        return this == TIMER || isAwaited();
    }

    /** Whether a visit of the instance waits for what comes of it. */
    public boolean isAwaited() {
        return this == CONTINUE || this == CALL || this == CHILD;
    }
}
