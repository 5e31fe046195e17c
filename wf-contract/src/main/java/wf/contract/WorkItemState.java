package wf.contract;

/**
 * States of a work item (§0.3).
 */
public enum WorkItemState {
    /** 待认领: offered to candidates, nobody has taken it. */
    OFFERED,
    /** 待办: assigned, not yet opened. */
    READY,
    /** 在办: opened by its holder. */
    OPENED,
    /** 等待: waits for assistants, added signers or its turn. */
    WAITING,
    /** 提交中: handed in, and carried out by and by; nothing else is done with it meanwhile. */
    SUBMITTING,
    /** 暂停. */
    SUSPENDED,
    /** 已办 (final). */
    SUBMITTED,
    /** 已退回 (final). */
    RETURNED,
    /** 被拿回 (final). */
    TAKEN_BACK,
    /** 被撤办 (final). */
    WITHDRAWN,
    /** 已转办 (final). */
    TRANSFERRED,
    /** 被替换 (final). */
    REPLACED,
    /** 已跳过 (final). */
    SKIPPED,
    /** 作废 (final): another act made it needless. */
    CANCELLED,
    /** 待阅: only what is to be read. */
    UNREAD,
    /** 已阅 (final): only what is to be read. */
    READ
}
