package wf.contract;

/**
 * How an element differs between two versions.
 */
public enum ElementChangeKind {
    /** Only the later version has it. */
    ADDED,
    /** Only the earlier version has it. */
    REMOVED,
    /** Both have it, with other attributes, conditions or settings. */
    CHANGED,
    /** Only its place or look in the diagram differs. */
    MOVED
}
