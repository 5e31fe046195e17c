package wf.runtime;

import java.util.List;
import java.util.Optional;
import wf.contract.WorkItemState;
import wf.instance.Event;
import wf.instance.NodeInstance;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkForwarded;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.instance.WorkItemEvent.WorkItemCreated;
import wf.runtime.StandIns.StandIn;

/**
 * 代办 TRANSFER: work that a decision made for somebody who is away goes on to who stands in for him, once, at the end of the
 * decision, when it is known who else works there. The item of the principal is closed as TRANSFERRED, so that he still sees
 * where his work went; the event says by which grant. What a person brings upon himself, or was handed by name, stays his.
 */
final class Forwarding {

    private final Flow flow;

    Forwarding(Flow flow) {
        this.flow = flow;
    }

    /** @param events what was decided so far */
    void run(List<Event> events) {
        for (int i = 0; i < events.size() && !flow.isRefused(); i++) {
            if (events.get(i) instanceof WorkItemCreated created && !isHandedOn(i == 0 ? null : events.get(i - 1))) {
                flow.instance().findItem(created.item().id()).ifPresent(this::forward);
            }
        }
    }

    private static boolean isHandedOn(Event before) {
        return before instanceof WorkItemClosed closed && (closed.state() == WorkItemState.TRANSFERRED || closed.state() == WorkItemState.REPLACED);
    }

    private void forward(WorkItem item) {
        String owner = item.owner();
        if (owner == null || owner.equals(flow.facts().performer().id()) || owner.equals(flow.facts().actor().id())) {
            return;
        }
        Optional<StandIn> found = flow.facts().standIns().of(owner, flow.definition().key(), item.nodeId(), flow.facts().now());
        found.filter(s -> mayHave(s.deputy(), item)).ifPresent(s -> pass(item, s));
    }

    /** He works here still, and has no part in the same visit that he would have twice. */
    private boolean mayHave(String deputy, WorkItem item) {
        NodeInstance visit = flow.instance().nodeInstance(item.nodeInstanceId());
        boolean there = flow.instance().itemsOf(visit.id()).stream().anyMatch(i -> deputy.equals(i.owner()))
                || visit.round() != null && visit.round().toAsk().contains(deputy)
                || flow.facts().voters().at(visit.id()).stream().anyMatch(v -> deputy.equals(v.person()));
        return !there && flow.facts().directory().member(deputy).isPresent();
    }

    private void pass(WorkItem item, StandIn standIn) {
        if (new WorkItems(flow).pass(item, WorkItemState.TRANSFERRED, null, standIn.deputy())) {
            flow.emit(new WorkForwarded(item.id(), item.owner(), standIn.deputy(), standIn.grantId()));
        }
    }
}
