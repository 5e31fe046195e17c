package wf.contract;

/** The five services of an engine (§5.2), each of which an operator may stop on a node. */
public enum EngineService {
    /** 流程引擎服务: instances and work. */
    PROCESS_ENGINE,
    /** 规则引擎服务: rules and scripts that are called by themselves. What a model needs of them goes with the process engine. */
    RULE_ENGINE,
    /** 引擎监控服务: health and measures. */
    ENGINE_MONITOR,
    /** 自动任务服务: jobs, timers, retries and work that is carried out by and by. */
    AUTOMATIC_TASKS,
    /** 消息监听服务: what comes over JMS, and messages and signals from outside. */
    MESSAGE_LISTENING
}
