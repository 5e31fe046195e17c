package wf.contract;

/**
 * What a work item asks of its holder (§0.3).
 */
public enum WorkItemKind {
    /** 主办: do the work and pass it on. */
    MAIN,
    /** 协办: give an opinion to the main handler. */
    ASSIST,
    /** 会签: vote in a signing round. */
    SIGN,
    /** 加签: vote as an added signer. */
    ADDSIGN,
    /** 阅知: take notice. */
    READ
}
