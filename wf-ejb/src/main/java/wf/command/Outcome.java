package wf.command;

import java.util.List;
import wf.contract.OperationReply;
import wf.store.JobRow;

/**
 * What came of a command inside its transaction.
 *
 * @param due what it asks to be done once that is committed, in this order
 */
public record Outcome(OperationReply reply, List<JobRow> due) { }
