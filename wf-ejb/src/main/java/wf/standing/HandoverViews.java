package wf.standing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import wf.command.Views;
import wf.contract.ErrorCode;
import wf.contract.Handover;
import wf.contract.HandoverItem;
import wf.contract.HandoverItemState;
import wf.contract.HandoverState;
import wf.runtime.Directories;
import wf.runtime.Directory;
import wf.store.HandoverItemRow;
import wf.store.HandoverRow;
import wf.store.HandoverStore;

/** Handovers in the words of the contract. */
@Singleton
public class HandoverViews {

    private final HandoverStore store;
    private final Directories directories;
    private final Views views;

    @Inject
    public HandoverViews(HandoverStore store, Directories directories, Views views) {
        this.store = store;
        this.directories = directories;
        this.views = views;
    }

    /** With its items. The receiver is shown what each is about, since he has to say whether he takes it. */
    Handover whole(HandoverRow row, List<HandoverItemRow> items) {
        Handover handover = of(row, (int) count(items, HandoverItemState.PENDING), (int) count(items, HandoverItemState.MOVED), items.size());
        Map<Long, Object[]> instances = store.instances(row.tenant, items.stream().map(i -> i.instanceId).distinct().toList());
        items.forEach(i -> handover.items.add(item(i, instances.get(i.instanceId))));
        return handover;
    }

    private static long count(List<HandoverItemRow> items, HandoverItemState state) {
        return items.stream().filter(i -> i.state.equals(state.name())).count();
    }

    /** @param counts of its items by their states */
    Handover brief(HandoverRow row, Map<String, Integer> counts) {
        return of(row, counts.getOrDefault(HandoverItemState.PENDING.name(), 0), counts.getOrDefault(HandoverItemState.MOVED.name(), 0),
                counts.values().stream().mapToInt(n -> n).sum());
    }

    private Handover of(HandoverRow row, int pending, int moved, int all) {
        Directory directory = directories.of(row.tenant);
        Handover handover = new Handover();
        handover.id = row.id == 0 ? null : row.id;
        handover.giver = views.person(directory, row.giver);
        handover.receiver = views.person(directory, row.receiver);
        handover.state = HandoverState.valueOf(row.state);
        handover.createdBy = views.person(directory, row.createdBy);
        handover.createdAt = views.date(row.createdAt);
        handover.closedAt = views.date(row.closedAt);
        handover.note = row.note;
        handover.includeRoles = row.includeRoles == 1;
        handover.pending = pending;
        handover.moved = moved;
        handover.left = all - pending - moved;
        return handover;
    }

    /** @param about null where the instance is in the archive by now */
    private static HandoverItem item(HandoverItemRow row, Object[] about) {
        HandoverItem item = new HandoverItem();
        item.workItemId = row.id;
        item.instanceId = row.instanceId;
        item.definitionKey = about == null ? null : (String) about[1];
        item.title = about == null ? null : (String) about[2];
        item.state = HandoverItemState.valueOf(row.state);
        item.newItemId = row.newItemId;
        item.code = row.code == null ? null : ErrorCode.valueOf(row.code);
        item.reason = row.reason;
        return item;
    }
}
