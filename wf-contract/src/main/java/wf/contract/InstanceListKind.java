package wf.contract;

/**
 * The personal lists of instances (§4.3 U6 to U21, U28).
 */
public enum InstanceListKind {
    /** 启动的实例: what the caller started. */
    STARTED,
    /** 草稿: what the caller keeps as a draft. */
    DRAFTS,
    /** 可阅文件: what the caller may read because the model says so or because he handled it, whether or not it was sent to him. */
    READABLE
}
