package wf.stream;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import wf.contract.InstanceState;
import wf.contract.WorkItemState;
import wf.instance.Event;
import wf.instance.InstanceEvent.DefinitionMigrated;
import wf.instance.InstanceEvent.InstanceDeleted;
import wf.instance.InstanceEvent.InstancePurged;
import wf.instance.InstanceEvent.InstanceRestored;
import wf.instance.ProcessInstance;
import wf.instance.TokenEvent.DelayedWorkTakenBack;
import wf.instance.TokenEvent.VoteTakenBack;
import wf.instance.WaitEvent.LevelReached;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.store.Telling;

/**
 * Whose lists an operation changes: the items of the instance before it are compared with those after it. That is the only moment at which
 * both are known: an event says that an item was claimed, and not to whom it was offered. It is reckoned in memory and costs no statement.
 * Rather too much is told than too little, for whoever is told only reads his list anew.
 */
public final class ListChanges {

    private final ProcessInstance before;
    private final ProcessInstance after;
    private final Instant now;
    private final Set<ListChange> changes = new LinkedHashSet<>();

    private ListChanges(ProcessInstance before, ProcessInstance after, Instant now) {
        this.before = before;
        this.after = after;
        this.now = now;
    }

    /** @param isNew whether there was no instance before */
    public static Set<ListChange> of(ProcessInstance before, boolean isNew, ProcessInstance after, List<Event> events, Instant now) {
        ListChanges all = new ListChanges(before, after, now);
        boolean whole = events.stream().anyMatch(ListChanges::movesAll);
        all.items(whole, events.stream().anyMatch(ListChanges::takesBack));
        events.forEach(all::event);
        all.instance(isNew, whole);
        return all.changes;
    }

    /** What is told beside an instance: something to read has come, or was read. */
    static Set<ListChange> of(Telling telling) {
        Set<ListChange> changes = new LinkedHashSet<>();
        if ("item.circulated".equals(telling.event())) {
            telling.people().forEach(p -> changes.add(new ListChange(ListName.TOREAD, p)));
        } else if ("item.read".equals(telling.event())) {
            changes.add(ListChange.of(ListName.TOREAD, telling.actor()));
            changes.add(ListChange.of(ListName.READ, telling.actor()));
        }
        return changes;
    }

    /** Whether all items leave their lists, come back, or look otherwise there. */
    private static boolean movesAll(Event event) {
        return event instanceof InstanceDeleted || event instanceof InstanceRestored || event instanceof InstancePurged || event instanceof DefinitionMigrated;
    }

    /** Whether what somebody has done counts as not done. */
    private static boolean takesBack(Event event) {
        return event instanceof VoteTakenBack || event instanceof DelayedWorkTakenBack;
    }

    private void items(boolean whole, boolean takenBack) {
        for (WorkItem was : before.items()) {
            Optional<WorkItem> is = after.findItem(was.id());
            if (whole || !is.equals(Optional.of(was))) {
                open(was);
                is.ifPresent(this::open);
            }
        }
        for (WorkItem is : after.items()) {
            if (before.findItem(is.id()).isEmpty()) {
                open(is);
                if (takenBack && is.owner() != null) {
                    changes.add(ListChange.of(ListName.DONE, is.owner()));
                }
            }
        }
    }

    private void open(WorkItem item) {
        if (item.owner() == null) {
            item.candidates().forEach(c -> changes.add(new ListChange(ListName.CLAIMABLE, c)));
            return;
        }
        changes.add(ListChange.of(ListName.TODO, item.owner()));
        if (item.terms().dueAt() != null && item.terms().dueAt().isBefore(now)) {
            changes.add(ListChange.of(ListName.OVERDUE, item.owner()));
        }
    }

    private void event(Event event) {
        if (event instanceof WorkItemClosed e) {
            closed(e);
        } else if (event instanceof LevelReached e && !"WARN".equals(e.level())) {
            after.items().stream().filter(i -> Objects.equals(e.workItemId(), i.id()) || e.items().contains(i.id())).filter(i -> i.owner() != null)
                    .forEach(i -> changes.add(ListChange.of(ListName.OVERDUE, i.owner())));
        }
    }

    private void closed(WorkItemClosed event) {
        if (event.handledBy() != null) {
            changes.add(ListChange.of(ListName.DONE, event.handledBy()));
        }
        String owner = before.findItem(event.workItemId()).map(WorkItem::owner).orElse(null);
        boolean passedOn = event.state() == WorkItemState.TRANSFERRED || event.handledBy() != null && !event.handledBy().equals(owner);
        if (owner != null && passedOn) {
            changes.add(ListChange.of(ListName.PASSED, owner));
        }
    }

    private void instance(boolean isNew, boolean whole) {
        if (after.starter() == null || !isNew && !whole && before.state() == after.state()) {
            return;
        }
        changes.add(ListChange.of(ListName.STARTED, after.starter()));
        if (after.state() == InstanceState.DRAFT || !isNew && before.state() == InstanceState.DRAFT) {
            changes.add(ListChange.of(ListName.DRAFTS, after.starter()));
        }
    }
}
