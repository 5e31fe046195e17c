package wf.instance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Open work items in the order in which they came, and those of each visit at once: what is done at one of many branches
 * must not look through the work of all.
 */
final class Items {

    private final Parts<Long, WorkItem> all;
    private final Lookup<Long, List<Long>> ofVisit;

    Items() {
        this(new Parts<>(), new Lookup<>());
    }

    private Items(Parts<Long, WorkItem> all, Lookup<Long, List<Long>> ofVisit) {
        this.all = all;
        this.ofVisit = ofVisit;
    }

    Items copy() {
        return new Items(all.copy(), ofVisit.copy());
    }

    Collection<WorkItem> values() {
        return all.values();
    }

    WorkItem get(long workItemId) {
        return all.get(workItemId);
    }

    boolean has(long workItemId) {
        return all.has(workItemId);
    }

    /** Those of one visit, the oldest first. */
    List<WorkItem> of(long visitId) {
        List<Long> ids = ofVisit.get(visitId);
        return ids == null ? List.of() : ids.stream().map(all::get).toList();
    }

    /** An item stays at its visit as long as it is open. */
    void put(WorkItem item) {
        if (!all.has(item.id())) {
            List<Long> ids = new ArrayList<>(ids(item.nodeInstanceId()));
            ids.add(item.id());
            ofVisit.put(item.nodeInstanceId(), List.copyOf(ids));
        }
        all.put(item.id(), item);
    }

    void remove(long workItemId) {
        WorkItem item = all.remove(workItemId);
        if (item != null) {
            List<Long> left = ids(item.nodeInstanceId()).stream().filter(id -> id != workItemId).toList();
            if (left.isEmpty()) {
                ofVisit.remove(item.nodeInstanceId());
            } else {
                ofVisit.put(item.nodeInstanceId(), left);
            }
        }
    }

    private List<Long> ids(long visitId) {
        List<Long> ids = ofVisit.get(visitId);
        return ids == null ? List.of() : ids;
    }
}
