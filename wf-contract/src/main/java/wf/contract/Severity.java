package wf.contract;

/**
 * Weight of a {@link ModelProblem}.
 */
public enum Severity {
    /** The model is refused. */
    ERROR,
    /** The model works, but probably not as meant. */
    WARNING
}
