package wf.contract;

/**
 * The days of the week.
 */
public enum Weekday {
    /** 星期一. */
    MONDAY,
    /** 星期二. */
    TUESDAY,
    /** 星期三. */
    WEDNESDAY,
    /** 星期四. */
    THURSDAY,
    /** 星期五. */
    FRIDAY,
    /** 星期六. */
    SATURDAY,
    /** 星期日. */
    SUNDAY
}
