package wf.instance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
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
 * @param rule how it goes on when more are asked
 */
public record SigningRound(int need, int asked, int agreed, int disagreed, int abstained, boolean early,
        boolean veto, List<String> toAsk, String resultVariable, Rule rule) {

    /**
     * @param sequential whether signers are asked one after another
     * @param quorum agreeing votes that are wanted: a number, or a share of all asked
     * @param percent whether that is a share in per cent
     */
    public record Rule(boolean sequential, BigDecimal quorum, boolean percent) {

        /** Agreeing votes that are needed of so many signers: at least one; a number that is more than all is out of reach. */
        int need(int asked) {
            int need = percent ? quorum.multiply(BigDecimal.valueOf(asked)).divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING).intValue()
                    : quorum.intValue();
            return Math.max(1, need);
        }
    }

    /** A round that was opened before rules were kept asks whoever comes at once, and of its first number. */
    public SigningRound {
        rule = rule != null ? rule : new Rule(!toAsk.isEmpty(), BigDecimal.valueOf(need), false);
        toAsk = List.copyOf(toAsk);
    }

    public static SigningRound open(Rule rule, int asked, boolean early, boolean veto, List<String> toAsk, String resultVariable) {
        return new SigningRound(rule.need(asked), asked, 0, 0, 0, early, veto, toAsk, resultVariable, rule);
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

    /** The tally without the names of those who were never asked. */
    public SigningRound closed() {
        return new SigningRound(need, asked, agreed, disagreed, abstained, early, veto, List.of(), resultVariable, rule);
    }

    SigningRound plus(Vote vote) {
        return new SigningRound(need, asked, agreed + (vote == Vote.AGREE ? 1 : 0),
                disagreed + (vote == Vote.DISAGREE ? 1 : 0), abstained + (vote == Vote.ABSTAIN ? 1 : 0), early, veto,
                toAsk, resultVariable, rule);
    }

    SigningRound nextAsked() {
        return new SigningRound(need, asked, agreed, disagreed, abstained, early, veto, toAsk.subList(1, toAsk.size()),
                resultVariable, rule);
    }

    /** One signer less, who has not voted. */
    SigningRound minusOne() {
        return new SigningRound(rule.need(asked - 1), asked - 1, agreed, disagreed, abstained, early, veto, toAsk, resultVariable, rule);
    }

    /** More signers: those of a sequential round are asked after the others. */
    SigningRound plus(List<String> signers) {
        int all = asked + signers.size();
        List<String> later = new ArrayList<>(toAsk);
        later.addAll(rule.sequential() ? signers : List.of());
        return new SigningRound(rule.need(all), all, agreed, disagreed, abstained, early, veto, later, resultVariable, rule);
    }
}
