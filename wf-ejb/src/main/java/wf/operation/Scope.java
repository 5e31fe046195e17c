package wf.operation;

/** What an operation is about. */
public enum Scope {
    /** It creates its instance. */
    NEW,
    INSTANCE,
    WORK_ITEM,
    INCIDENT
}
