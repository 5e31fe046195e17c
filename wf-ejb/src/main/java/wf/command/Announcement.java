package wf.command;

import java.util.List;
import wf.contract.InstanceState;
import wf.instance.Event;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.instance.WorkItemEvent.WorkItemCreated;
import wf.runtime.Decision;
import wf.store.JournalRow;

/**
 * What the outbox keeps of one operation: enough for the relay to tell new holders, to withdraw todos that are gone and
 * to publish the instance's state. Texts are made when it is sent, in each receiver's language.
 */
record Announcement(int schema, String opId, long seq, String operation, String actor, InstanceState state,
        List<Created> created, List<Long> closed) {

    record Created(long item, String node, String owner, List<String> candidates) { }

    static Announcement of(JournalRow row, Decision decision) {
        List<Created> created = decision.events().stream().filter(WorkItemCreated.class::isInstance)
                .map(e -> ((WorkItemCreated) e).item()).filter(i -> isOpen(i, decision))
                .map(i -> new Created(i.id(), i.nodeId(), i.owner(), i.wasOffered() ? i.candidates() : null)).toList();
        List<Long> closed = decision.events().stream().filter(WorkItemClosed.class::isInstance)
                .map(e -> ((WorkItemClosed) e).workItemId()).filter(id -> !isCreated(id, decision.events())).toList();
        return new Announcement(1, row.opId, row.seq, row.operation, row.actor, decision.after().state(), created, closed);
    }

    private static boolean isOpen(WorkItem item, Decision decision) {
        return decision.after().findItem(item.id()).isPresent();
    }

    private static boolean isCreated(long itemId, List<Event> events) {
        return events.stream().anyMatch(e -> e instanceof WorkItemCreated c && c.item().id() == itemId);
    }
}
