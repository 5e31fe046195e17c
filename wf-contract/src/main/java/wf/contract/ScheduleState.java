package wf.contract;

/**
 * How a schedule stands.
 */
public enum ScheduleState {
    /** It starts instances at its times. */
    ACTIVE,
    /** It stands still until it is resumed. */
    PAUSED,
    /** Its last time is over. */
    DONE
}
