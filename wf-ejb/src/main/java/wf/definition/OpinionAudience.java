package wf.definition;

/** Who may read the opinions that were written at a node (意见可见范围). Whoever wrote one always may. */
public enum OpinionAudience {
    /** Everybody who may read the instance. */
    ALL,
    /** Administrators of processes. */
    MANAGERS,
    /** Nobody else. */
    OWN
}
