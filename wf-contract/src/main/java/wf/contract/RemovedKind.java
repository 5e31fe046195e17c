package wf.contract;

/**
 * What goes with an instance that is purged.
 */
public enum RemovedKind {
    /** Work items, open and closed. */
    WORK_ITEM,
    /** Finished visits that could be looked back at. */
    VISIT,
    /** Rows of the journal: what they tell and the opinions; who did what and when stays, and so do the hashes. */
    JOURNAL_TEXT,
    /** Whole copies of earlier versions. */
    SNAPSHOT,
    /** Attachments. */
    ATTACHMENT,
    /** Contents of attachments to which nothing else refers. */
    CONTENT,
    /** What somebody was to read, or has read. */
    READ_ITEM,
    /** Urges. */
    URGE,
    /** Timers, calls and other jobs of its own. */
    JOB,
    /** Incidents. */
    INCIDENT
}
