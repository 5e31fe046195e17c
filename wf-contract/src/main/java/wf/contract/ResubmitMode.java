package wf.contract;

/**
 * How returned work goes on from whoever gets it (F6).
 */
public enum ResubmitMode {
    /** Straight back to where it was returned from. */
    DIRECT,
    /** Along the model, node by node. */
    STEPWISE
}
