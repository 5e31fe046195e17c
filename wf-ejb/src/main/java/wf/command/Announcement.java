package wf.command;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import wf.contract.InstanceState;
import wf.instance.Event;
import wf.instance.InstanceEvent.DraftReleased;
import wf.instance.InstanceEvent.InstanceEnded;
import wf.instance.InstanceEvent.InstanceStarted;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.instance.WorkItemEvent.WorkItemCreated;
import wf.store.JournalRow;

/**
 * What is to be told of one operation, read off the row of the journal that the outbox names: enough for the relay to tell
 * new holders, to withdraw todos that are gone and to publish the instance's state. Texts are made when it is sent, in
 * each receiver's language.
 *
 * @param state the state that the instance came to; null where the operation left it as it was
 */
record Announcement(int schema, String opId, long seq, String operation, String actor, InstanceState state,
        List<Created> created, List<Long> closed) {

    record Created(long item, String node, String owner, List<String> candidates) { }

    /** @param events what the row says */
    static Announcement of(JournalRow row, List<Event> events) {
        List<Long> closed = events.stream().filter(WorkItemClosed.class::isInstance).map(e -> ((WorkItemClosed) e).workItemId()).toList();
        List<WorkItem> items = events.stream().filter(WorkItemCreated.class::isInstance).map(e -> ((WorkItemCreated) e).item()).toList();
        Set<Long> passing = items.stream().map(WorkItem::id).filter(closed::contains).collect(Collectors.toSet());
        List<Created> created = items.stream().filter(i -> !passing.contains(i.id()))
                .map(i -> new Created(i.id(), i.nodeId(), i.owner(), i.wasOffered() ? i.candidates() : null)).toList();
        return new Announcement(1, row.opId, row.seq, row.operation, row.actor, state(events), created,
                closed.stream().filter(id -> !passing.contains(id)).toList());
    }

    private static InstanceState state(List<Event> events) {
        InstanceState state = null;
        for (Event event : events) {
            state = event instanceof InstanceStarted e ? e.state() : event instanceof DraftReleased ? InstanceState.RUNNING
                    : event instanceof InstanceEnded e ? e.state() : state;
        }
        return state;
    }
}
