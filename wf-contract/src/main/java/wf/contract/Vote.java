package wf.contract;

/**
 * A voice in a signing round (§4.2 F5).
 */
public enum Vote {
    /** 同意. */
    AGREE,
    /** 不同意. */
    DISAGREE,
    /** 弃权: counts among those asked, not as agreement. */
    ABSTAIN
}
