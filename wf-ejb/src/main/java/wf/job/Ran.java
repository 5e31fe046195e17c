package wf.job;

import java.util.List;
import java.util.stream.Stream;
import wf.command.Outcome;
import wf.contract.OperationReply;
import wf.store.JobRow;

/**
 * What came of one job.
 *
 * @param replies what it did to instances
 * @param due what is to be done next
 */
record Ran(List<OperationReply> replies, List<JobRow> due) {

    static final Ran NOTHING = new Ran(List.of(), List.of());

    static Ran of(Outcome outcome) {
        return new Ran(List.of(outcome.reply()), outcome.due());
    }

    static Ran of(List<Outcome> outcomes) {
        return new Ran(outcomes.stream().map(Outcome::reply).toList(), outcomes.stream().flatMap(o -> o.due().stream()).toList());
    }

    /** Nothing has happened yet, but this is to be done. */
    static Ran posted(List<JobRow> due) {
        return new Ran(List.of(), due);
    }

    Ran and(JobRow next) {
        return new Ran(replies, Stream.concat(due.stream(), Stream.of(next)).toList());
    }
}
