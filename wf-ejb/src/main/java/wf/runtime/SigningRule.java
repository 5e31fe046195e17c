package wf.runtime;

import java.math.BigDecimal;
import wf.instance.SigningRound;

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

    /** The same as a round keeps it: everybody is all of them, anybody is one. */
    SigningRound.Rule kept() {
        return switch (kind) {
            case ALL -> new SigningRound.Rule(sequential, BigDecimal.valueOf(100), true);
            case ANY -> new SigningRound.Rule(sequential, BigDecimal.ONE, false);
            case QUORUM -> new SigningRound.Rule(sequential, quorum, percent);
        };
    }
}
