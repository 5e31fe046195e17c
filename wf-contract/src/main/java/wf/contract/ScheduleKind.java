package wf.contract;

/**
 * How a schedule says its times.
 */
public enum ScheduleKind {
    /** Once, at a moment: {@code 2026-12-01T08:00:00+08:00}. */
    AT,
    /** Again and again after an interval: {@code PT1H}, {@code R10/P1D}, {@code R/2026-12-01T08:00:00+08:00/P1W}. */
    EVERY,
    /** By a cron line of five fields as on Unix, or of six or seven as in Quartz: {@code 0 8 * * 1-5}. */
    CRON,
    /** 每月最后一个工作日: on the last working day of each month by the tenant's calendar, at a time of day: {@code 17:00}. */
    LAST_WORKDAY
}
