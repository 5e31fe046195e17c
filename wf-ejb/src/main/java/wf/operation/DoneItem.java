package wf.operation;

import wf.contract.Vote;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;

/**
 * A closed work item, for operations that undo its closing.
 *
 * @param handledBy who closed it by doing the work; null when another act made it needless
 * @param vote the vote with which it was closed, or null
 * @param askedBy the item whose holder asked for it; null where the model did
 */
public record DoneItem(long id, long nodeInstanceId, String nodeId, WorkItemKind kind, WorkItemState state, String handledBy,
        Vote vote, Long askedBy) { }
