package wf.contract;

/**
 * How a grant stands; whether it counts now is a question of its period too.
 */
public enum DeputyState {
    /** The deputy has not said yet whether he does it. */
    PENDING,
    /** It counts while its period lasts. */
    ACCEPTED,
    /** The deputy does not do it. */
    REFUSED,
    /** It was ended before its time. */
    REVOKED
}
