package wf.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import wf.contract.InstanceState;
import wf.contract.MessageKind;
import wf.contract.WorkItemState;
import wf.instance.Event;
import wf.instance.InstanceEvent.InstanceDeleted;
import wf.instance.InstanceEvent.InstanceEnded;
import wf.instance.InstanceEvent.InstancePurged;
import wf.instance.InstanceEvent.InstanceRestored;
import wf.instance.WaitEvent.LevelReached;
import wf.instance.WaitEvent.WorkItemUrged;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemClaimed;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.instance.WorkItemEvent.WorkItemCreated;
import wf.instance.WorkItemEvent.WorkItemUnclaimed;
import wf.relay.Told;
import wf.runtime.Member;
import wf.store.JournalRow;
import wf.store.Telling;

/**
 * What of the things that happened people are told, and what was told before and counts no longer: the one place where an event
 * finds its receivers. Whoever adds an event either reads it off the journal here, or writes a {@link Telling}.
 */
final class Occasions {

    /** A message says who has to do with it; the starter is found with the instance. */
    static final String STARTER = "starter";
    /** Whoever holds the item or, where it is offered, to whom it is, when that is told. */
    static final String AUDIENCE = "audience";
    /** What its holder is told as such. */
    private static final String URGING = "URGE";
    private final List<Occasion> told = new ArrayList<>();
    /** Items that are gone, and whether their work was done. */
    private final Map<Long, Boolean> closed = new LinkedHashMap<>();
    /** Items that one of many has taken. */
    private final Map<Long, String> claimed = new HashMap<>();
    private final Set<Long> instances = new LinkedHashSet<>();
    private final Set<Long> hidden = new LinkedHashSet<>();
    /** Instances that were deleted and are there again, and what brought them back. */
    private final Map<Long, JournalRow> restored = new LinkedHashMap<>();

    Occasions(List<Told> all) {
        all.forEach(this::read);
    }

    List<Occasion> told() {
        return told;
    }

    Map<Long, Boolean> closed() {
        return closed;
    }

    Map<Long, String> claimed() {
        return claimed;
    }

    /** Where something is gone or taken. */
    Set<Long> instances() {
        return instances;
    }

    /** Instances that were deleted, of which nothing is to be done any more. */
    Set<Long> hidden() {
        return hidden;
    }

    /** Work of these has to be told anew: each item that is open, by what brought its instance back. */
    Map<Long, JournalRow> restored() {
        return restored;
    }

    /** It lies there again, as it did before somebody took it away. */
    static Occasion again(JournalRow by, long itemId, Set<String> actors) {
        return new Occasion(by.seq, MessageKind.TODO.name(), by.instanceId, itemId, null, List.of(AUDIENCE), actors, null, Map.of("actor", actor(by)), null, true);
    }

    private void read(Told one) {
        if (one.telling() != null) {
            read(one, one.telling());
            return;
        } else if (one.journal() == null) {
            return;
        }
        Set<Long> passing = passing(one.events());
        for (Event event : one.events()) {
            if (event instanceof WorkItemCreated e && !passing.contains(e.item().id())) {
                add(one, MessageKind.TODO, e.item().id(), e.item().nodeId(), receivers(e.item()), null, true);
            } else if (event instanceof WorkItemClosed e && !passing.contains(e.workItemId())) {
                closed.put(e.workItemId(), e.state() == WorkItemState.SUBMITTED);
                instances.add(one.journal().instanceId);
            } else if (event instanceof WorkItemClaimed e) {
                claimed.put(e.workItemId(), e.by());
                instances.add(one.journal().instanceId);
            } else if (event instanceof InstanceEnded e) {
                ended(one, e.state());
            } else if (event instanceof WorkItemUrged e) {
                told.add(new Occasion(one.journal().seq, MessageKind.URGE.name(), one.journal().instanceId, e.workItemId(), null, List.of(AUDIENCE), Set.of(), e.text(),
                        Map.of("actor", actor(one.journal())), null, true));
            } else if (event instanceof LevelReached e && !URGING.equals(e.strategy()) && !e.told().isEmpty()) {
                late(one, e);
            } else if (event instanceof InstanceDeleted || event instanceof InstancePurged) {
                hidden.add(one.journal().instanceId);
                restored.remove(one.journal().instanceId);
                instances.add(one.journal().instanceId);
            } else if (event instanceof InstanceRestored) {
                restored.put(one.journal().instanceId, one.journal());
            } else if (event instanceof WorkItemUnclaimed e) {
                offered(one, e.workItemId());
            }
        }
    }

    /** From those from whom it was taken back when one of them took it; not where they are still to be told that he has. */
    private void offered(Told one, long itemId) {
        if (claimed.remove(itemId) == null) {
            told.add(again(one.journal(), itemId, Set.of(actor(one.journal()))));
        }
    }

    /** Items that came and went in one operation: nobody ever saw them. */
    private static Set<Long> passing(List<Event> events) {
        Set<Long> closed = events.stream().filter(WorkItemClosed.class::isInstance).map(e -> ((WorkItemClosed) e).workItemId()).collect(Collectors.toSet());
        return events.stream().filter(WorkItemCreated.class::isInstance).map(e -> ((WorkItemCreated) e).item().id()).filter(closed::contains).collect(Collectors.toSet());
    }

    private static List<String> receivers(WorkItem item) {
        return item.owner() != null ? List.of("user:" + item.owner()) : item.candidates();
    }

    /** Whoever started it is told how it ended, unless he did it himself. */
    private void ended(Told one, InstanceState state) {
        add(one, MessageKind.ENDED, 0, null, List.of(STARTER), state.name(), false);
    }

    private void add(Told one, MessageKind kind, long itemId, String nodeId, List<String> people, String state, boolean whileOpen) {
        String actor = actor(one.journal());
        told.add(new Occasion(one.journal().seq, kind.name(), one.journal().instanceId, itemId, nodeId, people, Set.of(actor), null,
                state == null ? Map.of("actor", actor) : Map.of("actor", actor, "state", state), null, whileOpen));
    }

    /** A limit comes near, or is over: of one item, of a step, or of the instance. */
    private void late(Told one, LevelReached level) {
        MessageKind kind = "WARN".equals(level.level()) ? MessageKind.WARN : MessageKind.OVERDUE;
        Long item = level.workItemId() != null ? level.workItemId() : level.items().size() == 1 ? level.items().get(0) : null;
        told.add(new Occasion(one.journal().seq, kind.name(), one.journal().instanceId, item == null ? 0 : item, level.nodeId(), level.told(), Set.of(), level.text(),
                Map.of("actor", actor(one.journal())), null, item != null));
    }

    /** What the engine does for somebody he has done; what a deputy does his principal has not. */
    private static String actor(JournalRow row) {
        return Member.ENGINE.id().equals(row.actor) && row.onBehalfOf != null ? row.onBehalfOf : row.actor;
    }

    private void read(Told one, Telling telling) {
        if (telling.over() != null) {
            closed.put(telling.itemId(), telling.over());
            instances.add(telling.instanceId() == null ? 0 : telling.instanceId());
        }
        if (telling.kind() == null) {
            return;
        }
        Map<String, String> data = new HashMap<>(telling.data());
        if (telling.actor() != null) {
            data.put("actor", telling.actor());
        }
        boolean whileOpen = Set.of(MessageKind.URGE.name(), MessageKind.OVERDUE.name(), MessageKind.WARN.name()).contains(telling.kind()) && telling.itemId() != null;
        told.add(new Occasion(-one.row().seq, telling.kind(), telling.instanceId() == null ? 0 : telling.instanceId(), telling.itemId() == null ? 0 : telling.itemId(),
                telling.nodeId(), telling.people(), telling.actor() == null ? Set.of() : Set.of(telling.actor()), telling.text(), data, telling.channels(), whileOpen));
    }
}
