package wf.contract;

/**
 * How agreement is counted in a signing round (§4.2).
 */
public enum SigningRuleKind {
    /** All must agree. */
    ALL,
    /** One is enough. */
    ANY,
    /** A number, or a share of all asked. */
    QUORUM
}
