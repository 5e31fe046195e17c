package wf.rule.schedule;

/** The three ways in which a timer event definition may say its time. */
public enum TimerKind {
    /** {@code timeDate}: one moment. */
    DATE,
    /** {@code timeDuration}: so long after the timer was set. */
    DURATION,
    /** {@code timeCycle}: again and again, as an ISO 8601 repetition or a cron line. */
    CYCLE
}
