package wf.contract;

/**
 * How a work list is sorted. Not every list can be sorted by everything: what no index serves is refused.
 */
public enum WorkListSort {
    /** The latest first. */
    NEWEST,
    /** The earliest first. */
    OLDEST,
    /** What is to be done first, first; what may wait for ever, last. */
    DUE,
    /** The most urgent first; what has no priority counts as 0. */
    PRIORITY
}
