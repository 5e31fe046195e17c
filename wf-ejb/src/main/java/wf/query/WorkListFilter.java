package wf.query;

import java.time.Instant;
import java.util.List;
import wf.contract.WorkItemState;
import wf.contract.WorkListSort;

/**
 * What a person looks for in a work list; null fields do not restrict.
 *
 * @param category of the definition; those below it count too
 * @param from on or after this moment, by the time of the list
 * @param to before this moment
 * @param overdue whether its time is over
 * @param fields what business fields are to be, such as {@code amount>=1000}
 * @param sort null for the latest first
 */
public record WorkListFilter(String definitionKey, String category, String nodeId, String title, String businessKey, String starter,
        WorkItemState state, Instant from, Instant to, Boolean overdue, List<String> fields, WorkListSort sort) {

    public static final WorkListFilter ALL = new WorkListFilter(null, null, null);

    public WorkListFilter(String definitionKey, String title, String businessKey) {
        this(definitionKey, null, null, title, businessKey, null, null, null, null, null, List.of(), null);
    }

    public WorkListFilter {
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /** The same in another order. */
    public WorkListFilter sorted(WorkListSort by) {
        return new WorkListFilter(definitionKey, category, nodeId, title, businessKey, starter, state, from, to, overdue, fields, by);
    }
}
