package wf.contract;

/** Whether a job is still tried. */
public enum JobState {
    /** It is due at its time, or is being worked on. */
    READY,
    /** Its instance stands still; it is due again when that goes on. */
    PARKED,
    /** An administrator has stopped it; he may let it go on. */
    PAUSED,
    /** It was given up; an administrator may have it tried again. */
    DEAD
}
