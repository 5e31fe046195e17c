package wf.contract;

/**
 * The types of a process variable (§11.2a); the text form of each is what {@link Property#value} carries.
 */
public enum ValueType {
    /** Any text. */
    STRING,
    /** A whole number of any size, {@code -12}. */
    INTEGER,
    /** An exact decimal number, {@code 12.50}; its digits are kept as sent. */
    DECIMAL,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A day, {@code 2026-11-21}. */
    DATE,
    /** An instant with its zone, {@code 2026-11-21T08:00:00+08:00}. */
    DATE_TIME,
    /** A JSON array. */
    LIST,
    /** Any JSON value. */
    JSON
}
