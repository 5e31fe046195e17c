package wf.instance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
 * @param addedBy of those still to be asked, whom one of the signers has added, and by which item
 */
public record SigningRound(int need, int asked, int agreed, int disagreed, int abstained, boolean early,
        boolean veto, List<String> toAsk, String resultVariable, Rule rule, Map<String, Long> addedBy) {

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
        addedBy = addedBy == null ? Map.of() : Map.copyOf(addedBy);
    }

    public static SigningRound open(Rule rule, int asked, boolean early, boolean veto, List<String> toAsk, String resultVariable) {
        return new SigningRound(rule.need(asked), asked, 0, 0, 0, early, veto, toAsk, resultVariable, rule, Map.of());
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

    /** The tally when it is decided. @param open who was asked and has not voted */
    public SigningRound closed(List<String> open) {
        return new SigningRound(need, asked, agreed, disagreed, abstained, early, veto, Stream.concat(open.stream(), toAsk.stream()).toList(),
                resultVariable, rule, Map.of());
    }

    /** Less a vote that is taken back. @param again who was asked because of it, and waits for his turn again, by whom he was added */
    public SigningRound without(Vote vote, Map<String, Long> again) {
        Map<String, Long> added = new HashMap<>(addedBy);
        again.forEach((person, item) -> {
            if (item != null) {
                added.put(person, item);
            }
        });
        return new SigningRound(need, asked, agreed - (vote == Vote.AGREE ? 1 : 0), disagreed - (vote == Vote.DISAGREE ? 1 : 0),
                abstained - (vote == Vote.ABSTAIN ? 1 : 0), early, veto, Stream.concat(again.keySet().stream(), toAsk.stream()).toList(),
                resultVariable, rule, added);
    }

    /** The same among items with other ids, as after a return that is taken up again. */
    public SigningRound among(UnaryOperator<Long> ids) {
        Map<String, Long> added = new HashMap<>(addedBy);
        added.replaceAll((person, item) -> ids.apply(item));
        return new SigningRound(need, asked, agreed, disagreed, abstained, early, veto, toAsk, resultVariable, rule, added);
    }

    SigningRound plus(Vote vote) {
        return new SigningRound(need, asked, agreed + (vote == Vote.AGREE ? 1 : 0),
                disagreed + (vote == Vote.DISAGREE ? 1 : 0), abstained + (vote == Vote.ABSTAIN ? 1 : 0), early, veto,
                toAsk, resultVariable, rule, addedBy);
    }

    SigningRound nextAsked() {
        Map<String, Long> later = new HashMap<>(addedBy);
        later.remove(toAsk.get(0));
        return new SigningRound(need, asked, agreed, disagreed, abstained, early, veto, toAsk.subList(1, toAsk.size()),
                resultVariable, rule, later);
    }

    /** More signers: in a sequential round those whom a signer adds are asked right after him, others after all. */
    SigningRound plus(List<String> signers, Long addedByItem) {
        int all = asked + signers.size();
        List<String> later = new ArrayList<>(toAsk);
        Map<String, Long> added = new HashMap<>(addedBy);
        if (rule.sequential()) {
            later.addAll(addedByItem == null ? later.size() : 0, signers);
            signers.stream().filter(s -> addedByItem != null).forEach(s -> added.put(s, addedByItem));
        }
        return new SigningRound(rule.need(all), all, agreed, disagreed, abstained, early, veto, later, resultVariable, rule, added);
    }

    /** One who has not voted is asked no longer. */
    SigningRound minusOne() {
        return new SigningRound(rule.need(asked - 1), asked - 1, agreed, disagreed, abstained, early, veto, toAsk, resultVariable, rule, addedBy);
    }
}
