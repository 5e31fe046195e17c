package wf.runtime;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * When a signing round passes (§4.2).
 *
 * @param sequential one after another instead of all at once
 * @param kind ALL, ANY or QUORUM
 * @param quorum for QUORUM: a number of agreeing votes, or a share of all asked with {@code percent}
 * @param percent whether the quorum is a share in per cent
 * @param veto whether one disagreement decides against it, whatever the others say (一票否决)
 * @param early whether it is decided as soon as nothing can change the outcome any more
 */
public record SigningRule(boolean sequential, Kind kind, BigDecimal quorum, boolean percent, boolean veto, boolean early) {

    /** How agreement is counted. */
    public enum Kind { ALL, ANY, QUORUM }

    /** Agreeing votes that are needed of so many signers: at least one; more than there are can never be reached. */
    public int need(int asked) {
        int need = switch (kind) {
            case ALL -> asked;
            case ANY -> 1;
            case QUORUM -> percent ? share(asked) : quorum.intValue();
        };
        return Math.max(1, need);
    }

    private int share(int asked) {
        return quorum.multiply(BigDecimal.valueOf(asked)).divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING).intValue();
    }
}
