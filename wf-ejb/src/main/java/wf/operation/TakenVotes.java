package wf.operation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.contract.WorkItemState;
import wf.instance.DecidedRound;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.SigningRound;
import wf.instance.WorkItem;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.Returning.LastVote;
import wf.runtime.Returning.Manner;
import wf.runtime.SigningRounds;
import wf.runtime.TrailEntry;
import wf.runtime.Voters.Voter;

/**
 * Votes that are taken back (F8). While the round goes on, whoever voted may, in a sequence as long as the next one has not
 * looked; of a round that is decided, only the vote that decided comes back, and the others' stay.
 */
final class TakenVotes {

    private TakenVotes() { }

    // ---- while the round goes on ----

    static boolean isInOpenRound(Subject on) {
        return on.done().vote() != null && on.instance().isActive(on.done().nodeInstanceId()) && round(on) != null;
    }

    private static NodeInstance visit(Subject on) {
        return on.instance().nodeInstance(on.done().nodeInstanceId());
    }

    /** By what the round is called in which he has voted; null: that of the model. */
    private static Long in(Subject on) {
        return visit(on).roundIdOf(on.done().askedBy(), on.done().kind());
    }

    /** Null where the round in which he has voted is over, or cannot be told any more. */
    private static SigningRound round(Subject on) {
        return visit(on).isVoteIn(in(on), on.done().askedBy(), on.done().kind()) ? visit(on).roundCalled(in(on)) : null;
    }

    static Optional<Rejection> unavailable(Subject on) {
        if (visit(on).state() == NodeInstanceState.COMPENSATING) {
            return Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "STILL_UNDONE"));
        }
        return round(on).rule().sequential() ? wasTheLast(on).or(() -> nextHasNotLooked(on)) : Optional.empty();
    }

    private static Optional<Rejection> wasTheLast(Subject on) {
        List<Voter> voters = on.facts().voters().at(visit(on).id()).stream()
                .filter(v -> visit(on).isVoteIn(in(on), v.askedBy(), v.kind())).toList();
        boolean last = !voters.isEmpty() && voters.get(voters.size() - 1).item() == on.done().id();
        return last ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.DOWNSTREAM_OPENED, "WENT_ON"));
    }

    private static Optional<Rejection> nextHasNotLooked(Subject on) {
        List<WorkItem> asked = on.instance().itemsOf(visit(on).id()).stream().filter(i -> Objects.equals(visit(on).roundIdOf(i), in(on))).toList();
        return TakeBack.areUnopened(asked, on);
    }

    static void takeBack(Subject on, Flow flow) {
        Voter voter = new Voter(on.done().id(), on.done().handledBy(), on.done().kind(), on.done().askedBy(), on.done().vote(), null);
        new SigningRounds(flow).takeBack(flow.instance().nodeInstance(on.done().nodeInstanceId()), voter, in(on), WorkItemState.TAKEN_BACK);
    }

    // ---- when it is decided ----

    static boolean decided(Subject on, TrailEntry entry) {
        return entry.round() != null && Objects.equals(entry.round().lastVote(), on.done().id());
    }

    /** The work comes back to one who did it; a vote alone, with the round as it stood before. */
    static Manner manner(Subject on, TrailEntry entry) {
        DecidedRound decided = entry.round();
        return on.done().vote() == null || decided == null ? Manner.PLAIN : new Manner(false, false, Map.of(),
                new LastVote(on.done().id(), on.done().handledBy(), decided.round().without(on.done().vote(), Map.of())));
    }
}
