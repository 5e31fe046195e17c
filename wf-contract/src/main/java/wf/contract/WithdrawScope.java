package wf.contract;

/** What is withdrawn. */
public enum WithdrawScope {
    /** The whole instance, by its starter. */
    INSTANCE,
    /** Items that the caller has sent to others. */
    WORKITEM
}
