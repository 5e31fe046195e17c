package wf.runtime;

import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.WorkItem;

/** 超时跳跃: work that nobody has done in time is passed over, and the token goes on along the model. */
public final class Overdue {

    private final Flow flow;

    public Overdue(Flow flow) {
        this.flow = flow;
    }

    /** Of a repeated step, with all of its instances. */
    public void skip(NodeInstance visit) {
        new Scopes(flow).clear(visit.id());
        WorkItems items = new WorkItems(flow);
        flow.instance().itemsOf(visit.id()).forEach(i -> items.close(i, isToBeDone(i) ? WorkItemState.SKIPPED : WorkItemState.CANCELLED));
        new Consultations(flow).forgetAll(visit);
        flow.resolveIncidents(visit, NodeInstanceState.ACTIVE);
        flow.pass(flow.now(visit), "OVERDUE");
    }

    /** Whoever only helps, or waits for others, is not late himself. */
    private static boolean isToBeDone(WorkItem item) {
        return item.kind() != WorkItemKind.ASSIST && !item.isSuspended() && !item.isWaiting();
    }
}
