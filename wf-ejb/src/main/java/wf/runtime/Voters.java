package wf.runtime;

import java.util.List;
import wf.contract.Vote;
import wf.contract.WorkItemKind;

/** Who has voted at a visit that goes on. The instance itself keeps only the counts, so that a vote costs the same in any round. */
public interface Voters {

    Voters NONE = nodeInstanceId -> List.of();

    /**
     * One vote that was cast.
     *
     * @param item the work item of the vote
     * @param askedBy by which item the voter was asked; null by the model
     * @param department in which he acted, where he has said so; else null
     */
    record Voter(long item, String person, WorkItemKind kind, Long askedBy, Vote vote, String department) { }

    /** In the order in which they have voted. */
    List<Voter> at(long nodeInstanceId);
}
