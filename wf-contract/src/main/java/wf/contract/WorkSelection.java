package wf.contract;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * Which of the open work of a person an operation on many items means; what is not given does not restrict.
 */
public class WorkSelection extends ArrangementRequest {
    private static final long serialVersionUID = 1L;

    /** Only work of this definition. */
    public String definitionKey;

    /** Only work at this node. */
    public String nodeId;

    /** Only work of these kinds; empty for all. */
    public List<WorkItemKind> kinds = new ArrayList<>();

    /** Only work that came at this time or later. */
    public Date createdFrom;

    /** Only work that came before. */
    public Date createdTo;

    /** Only these items; empty for all. */
    public List<Long> workItemIds = new ArrayList<>();

    /** Only items with a greater id: what the reply said as {@code next}, to go on behind it. */
    public Long after;

    /** How many items at most, up to 1000; null for 200. Each page is an operation of its own, with its own {@code opId}. */
    public Integer limit;
}
