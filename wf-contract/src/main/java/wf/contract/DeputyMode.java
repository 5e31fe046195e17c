package wf.contract;

/**
 * How a deputy stands in for his principal (§6.7).
 */
public enum DeputyMode {
    /** 代为办理: the principal keeps his work, and the deputy acts on it for him. */
    ACT_FOR,
    /** 转给代办人: new work of the principal goes to the deputy when it comes. */
    TRANSFER
}
