package wf.contract;

/**
 * In which order signers are asked.
 */
public enum SigningOrder {
    /** All at once. */
    PARALLEL,
    /** One after another. */
    SEQUENTIAL
}
