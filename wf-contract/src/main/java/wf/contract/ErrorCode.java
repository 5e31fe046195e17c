package wf.contract;

/**
 * Why a call was refused (§0.9). The code is the same on every face.
 */
public enum ErrorCode {
    /** The request itself is wrong; correct it and send it again. */
    INVALID_INPUT,
    /** Nobody is signed on. */
    UNAUTHENTICATED,
    /** The password was right and has expired; sign on with {@link LoginRequest#newPassword}. */
    PASSWORD_EXPIRED,
    /** The caller may not do this. */
    FORBIDDEN,
    /** There is no such thing, or it is not the caller's to see. */
    NOT_FOUND,
    /** The version that the caller named is no longer current; read again. */
    STALE_VERSION,
    /** The body or file exceeds its limit. */
    TOO_LARGE,
    /** The model has errors; {@link Problem#problems} lists them all. */
    INVALID_MODEL,
    /** Too many write to this instance at once; try again. */
    LOCKED,
    /** The caller asks too often; try again later. */
    TOO_MANY,
    /** A part of the product is not ready; try again later. */
    UNAVAILABLE,
    /** The state of the instance or work item does not allow this operation. */
    ILLEGAL_STATE,
    /** This operation id was used before with other content or by another person. */
    DUPLICATE_OP,
    /** The node does not allow this operation. */
    NODE_POLICY,
    /** No outgoing flow's condition holds and there is no default flow. */
    NO_ROUTE,
    /** Nobody was found to handle the next node. */
    NO_PARTICIPANT,
    /** The chosen node or person cannot be the target. */
    TARGET_INVALID,
    /** Somebody else was faster. */
    ALREADY_CLAIMED,
    /** A receiver has already opened the work. */
    DOWNSTREAM_OPENED,
    /** The branches have already been joined. */
    JOIN_FIRED,
    /** The operation touches other branches; repeat it with a confirmation. */
    CONFIRM_REQUIRED,
    /** The saved route can no longer be used; walk step by step. */
    TICKET_VOID,
    /** A rule refused the operation. */
    RULE_REJECTED,
    /** A condition or script failed. */
    RULE_ERROR,
    /** A limit on size or number is reached. */
    QUOTA,
    /** The other engine did not do its part. */
    REMOTE_ENGINE
}
