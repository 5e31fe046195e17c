package wf.operation;

/** What an operation is about. */
public enum Scope {
    /** It creates its instance. */
    NEW,
    INSTANCE,
    WORK_ITEM,
    /** A closed item. */
    DONE_ITEM,
    INCIDENT,
    /** What the engine does by itself; no face offers it. */
    ENGINE
}
