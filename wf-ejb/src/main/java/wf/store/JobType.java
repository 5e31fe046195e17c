package wf.store;

import wf.instance.JobKind;

/** What a job row asks for: everything that the core posts, and what the shell posts itself. */
public enum JobType {
    CONTINUE, CALL, CHILD, CHILD_ALONE, CANCEL_CHILDREN, TELL_PARENT, ARRIVALS, WAKE, ALIGN_CHILDREN, MESSAGE, SIGNAL,
    /** A timer of an instance is due. The row has the id of the subscription. */
    TIMER,
    /** The next level of a deadline has come. The row has the id of the deadline's timer. */
    LIMIT,
    /** A signal is to reach one subscription. */
    TRIGGER,
    /** A definition begins because a signal was sent. */
    START,
    /** A definition begins because its time has come, and perhaps will again. The row has the id of the event start. */
    TIMER_START,
    /** A schedule is due, or is to start an instance at once. */
    SCHEDULE,
    /** A kept message is to find its receiver. The row has the id of the message. */
    MATCH,
    /** Somebody began to wait for a message: it may have been kept. */
    LOOK,
    /** Work that was handed in to be carried out by and by is carried out. The row has the id of its ticket. */
    COMMAND,
    /** What ended long ago goes into the archive; one row in each tenant. */
    ARCHIVE,
    /** Operation ids that are old are remembered no longer; one row in each tenant. */
    FORGET,
    /** The organisation is loaded from elsewhere; one row in each tenant that has such. */
    ORGANISATION,
    /** A message to somebody is to be sent. The row has the id of the {@link NoticeRow}. */
    NOTICE,
    /** What of the outbox could not be told is told again, once an administrator wants it: it comes into the world dead. */
    TELL,
    /** What people were told long ago is deleted; one row in each tenant. */
    NOTICES_OLD;

    static JobType of(JobKind kind) {
        return valueOf(kind.name());
    }

    /**
     * Whether nobody would notice in time that it is given up: a timer that stands still, a limit, a message that lies there, an archive that
     * is not filled, ids that are not forgotten, an organisation that grows old.
     */
    public boolean isNeverGivenUp() {
        return this == TIMER || this == LIMIT || this == TIMER_START || this == SCHEDULE || this == MATCH || this == ARCHIVE || this == FORGET || this == ORGANISATION
                || this == NOTICE || this == NOTICES_OLD;
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
