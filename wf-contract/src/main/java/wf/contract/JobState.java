package wf.contract;

/** Whether a job is still tried. */
public enum JobState {
    /** It is due at its time, or is being worked on. */
    READY,
    /** It was given up; an administrator may have it tried again. */
    DEAD
}
