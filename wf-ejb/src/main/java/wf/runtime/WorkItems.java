package wf.runtime;

import java.util.List;
import wf.contract.ErrorCode;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.instance.NodeInstance;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.instance.WorkItemEvent.WorkItemCreated;

/** Creating and closing work items, the same way for every node type and operation. */
public final class WorkItems {

    /** The longest name of one candidate, and of all together, in characters. */
    private static final int MAX_CANDIDATE = 120;
    private static final int MAX_CANDIDATES = 4_000;

    private final Flow flow;

    public WorkItems(Flow flow) {
        this.flow = flow;
    }

    /** An item for this person. */
    public void assign(NodeInstance visit, WorkItemKind kind, String owner) {
        create(visit, kind, WorkItemState.READY, owner, List.of());
    }

    /** One item for whichever of the candidates takes it (§0.4b). More of them than an item can name are refused. */
    public void offer(NodeInstance visit, List<String> candidates) {
        if (candidates.stream().anyMatch(c -> c.length() > MAX_CANDIDATE) || String.join(",", candidates).length() > MAX_CANDIDATES) {
            flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "CANDIDATES", flow.nodeOf(visit).label()));
            return;
        }
        create(visit, WorkItemKind.MAIN, WorkItemState.OFFERED, null, candidates);
    }

    private void create(NodeInstance visit, WorkItemKind kind, WorkItemState state, String owner, List<String> candidates) {
        flow.emit(new WorkItemCreated(new WorkItem(flow.facts().newId(), visit.id(), visit.branchId(), visit.nodeId(),
                kind, state, owner, candidates, flow.facts().now())));
    }

    /** The actor has handled the item. */
    public void handled(WorkItem item, WorkItemState state) {
        flow.emit(new WorkItemClosed(item.id(), state, flow.facts().actor().id(), flow.facts().now()));
    }

    /** All items of the visit are needless now. */
    public void cancelAll(NodeInstance visit) {
        flow.instance().itemsOf(visit.id()).forEach(
                i -> flow.emit(new WorkItemClosed(i.id(), WorkItemState.CANCELLED, null, flow.facts().now())));
    }
}
