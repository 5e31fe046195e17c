package wf.operation;

import java.util.List;
import java.util.Optional;
import wf.contract.Vote;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.definition.ReturnPolicy.InRound;
import wf.instance.Consultation;
import wf.runtime.Consultations;
import wf.runtime.Flow;
import wf.runtime.SigningRounds;
import wf.runtime.Voters.Voter;

/** Returns that stay in the signing round (§1.3 case F), as the node says: a vote against, back to whoever asked, or to the signer before. */
final class RoundReturns {

    private RoundReturns() { }

    /** Whether the node's word keeps a return of this item in its round. */
    static boolean applies(Subject on) {
        return switch (inRound(on)) {
            case ALL -> false;
            case VOTE -> on.item().kind() == WorkItemKind.SIGN;
            case ADDER -> on.item().kind() != WorkItemKind.MAIN && consultation(on).isPresent();
            case PREVIOUS_SIGNER -> on.item().kind() == WorkItemKind.SIGN && before(on).isPresent();
        };
    }

    private static InRound inRound(Subject on) {
        return on.node().settings().returns().inRound();
    }

    private static Optional<Consultation> consultation(Subject on) {
        return on.visit().consultation(on.item().askedBy(), on.item().kind());
    }

    /** Whoever voted last in a sequence before the item. */
    private static Optional<Voter> before(Subject on) {
        Long in = on.visit().roundIdOf(on.item());
        boolean sequential = on.visit().roundCalled(in) != null && on.visit().roundCalled(in).rule().sequential();
        return sequential ? voters(on).stream().filter(v -> on.visit().isVoteIn(in, v.askedBy(), v.kind())).reduce((first, second) -> second) : Optional.empty();
    }

    private static List<Voter> voters(Subject on) {
        return on.facts().voters().at(on.visit().id());
    }

    static void perform(Subject on, Flow flow) {
        switch (inRound(on)) {
            case VOTE -> new SigningRounds(flow).vote(on.item(), Vote.DISAGREE);
            case ADDER -> toAdder(on, consultation(on).orElseThrow(), flow);
            case PREVIOUS_SIGNER -> new SigningRounds(flow).takeBack(flow.instance().nodeInstance(on.visit().id()), before(on).orElseThrow(),
                    on.visit().roundIdOf(on.item()), WorkItemState.RETURNED);
            case ALL -> throw new IllegalStateException("the whole round goes back");
        }
    }

    private static void toAdder(Subject on, Consultation asked, Flow flow) {
        if (asked.round() != null) {
            new Consultations(flow).giveBack(on.item(), asked);
        } else {
            new SigningRounds(flow).giveBack(on.item(), voters(on).stream().filter(v -> v.item() == asked.hostId()).findFirst());
        }
    }
}
