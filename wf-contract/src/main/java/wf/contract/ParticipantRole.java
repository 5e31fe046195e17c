package wf.contract;

/**
 * As what people are found by the sources of a model (§6.5).
 */
public enum ParticipantRole {
    /** 办理人: the work of a node is theirs. */
    HANDLER,
    /** 读者: may read instances, or those that came to a node. */
    READER,
    /** 办结读者: may read instances that have ended. */
    END_READER,
    /** 监控者: watch over instances. */
    MONITOR,
    /** 启动者: may start instances. */
    STARTER
}
