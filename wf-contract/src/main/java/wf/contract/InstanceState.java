package wf.contract;

/**
 * States of a process instance (§0.2).
 */
public enum InstanceState {
    /** 拟稿: prepared by its starter, not yet sent. */
    DRAFT,
    /** 运行. */
    RUNNING,
    /** 暂停. */
    SUSPENDED,
    /** 办结: ended as modelled. */
    COMPLETED,
    /** 终止: ended early by a person or an administrator. */
    TERMINATED,
    /** 撤办: taken back as a whole by its starter. */
    WITHDRAWN,
    /** 已删除: in no list any more. */
    DELETED
}
