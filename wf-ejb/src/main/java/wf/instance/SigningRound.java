package wf.instance;

import java.util.List;
import java.util.Optional;
import wf.contract.Vote;

/**
 * A signing round 会签 (§4.2) with its tally. The decision follows from the counts alone: nobody decides by being the
 * last, and a round without votes never passes. The round knows how many were asked, not their items, so that a vote
 * of one among five hundred costs what a vote among five costs.
 *
 * @param need agreeing votes that make it pass
 * @param asked signers of the round, those still to be asked included
 * @param early whether it is decided as soon as no further vote can change the outcome
 * @param veto whether one disagreement decides against it
 * @param toAsk signers who get their item later, in order; empty in a parallel round
 * @param resultVariable the variable that takes the outcome
 */
public record SigningRound(int need, int asked, int agreed, int disagreed, int abstained, boolean early,
        boolean veto, List<String> toAsk, String resultVariable) {

    public SigningRound {
        toAsk = List.copyOf(toAsk);
    }

    public static SigningRound open(int need, int asked, boolean early, boolean veto, List<String> toAsk, String resultVariable) {
        return new SigningRound(need, asked, 0, 0, 0, early, veto, toAsk, resultVariable);
    }

    public int voted() {
        return agreed + disagreed + abstained;
    }

    /** Whether the round passed; empty while that is open. */
    public Optional<Boolean> outcome() {
        int remaining = asked - voted();
        if (remaining > 0 && !early) {
            return Optional.empty();
        } else if (veto && disagreed > 0) {
            return Optional.of(false);
        } else if (veto && remaining > 0) {
            return agreed + remaining < need ? Optional.of(false) : Optional.empty();
        } else if (agreed >= need && agreed > 0) {
            return Optional.of(true);
        } else if (agreed + remaining < need || remaining == 0) {
            return Optional.of(false);
        }
        return Optional.empty();
    }

    SigningRound plus(Vote vote) {
        return new SigningRound(need, asked, agreed + (vote == Vote.AGREE ? 1 : 0),
                disagreed + (vote == Vote.DISAGREE ? 1 : 0), abstained + (vote == Vote.ABSTAIN ? 1 : 0), early, veto,
                toAsk, resultVariable);
    }

    SigningRound nextAsked() {
        return new SigningRound(need, asked, agreed, disagreed, abstained, early, veto, toAsk.subList(1, toAsk.size()),
                resultVariable);
    }
}
