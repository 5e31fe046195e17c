package wf.contract;

/**
 * When added signers sign (§4.2 F12).
 */
public enum AddSignPosition {
    /** 前加签: before the one who adds them goes on. */
    BEFORE,
    /** 后加签: after he has handed in his work. */
    AFTER,
    /** 并加签: beside him. */
    PARALLEL
}
