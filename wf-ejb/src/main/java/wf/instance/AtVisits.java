package wf.instance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What is open at visits, in the order in which it came, and that of each visit at once: what is done at one of many
 * branches must not look through what is at all of them. Such a part stays at its visit as long as it is open.
 */
final class AtVisits<T> {

    private final ToLongFunction<T> id;
    private final ToLongFunction<T> visit;
    private final Parts<Long, T> all;
    private final Lookup<Long, List<Long>> ofVisit;

    AtVisits(ToLongFunction<T> id, ToLongFunction<T> visit) {
        this(id, visit, new Parts<>(), new Lookup<>());
    }

    private AtVisits(ToLongFunction<T> id, ToLongFunction<T> visit, Parts<Long, T> all, Lookup<Long, List<Long>> ofVisit) {
        this.id = id;
        this.visit = visit;
        this.all = all;
        this.ofVisit = ofVisit;
    }

    AtVisits<T> copy() {
        return new AtVisits<>(id, visit, all.copy(), ofVisit.copy());
    }

    Collection<T> values() {
        return all.values();
    }

    /** Null when there is none. */
    T get(long partId) {
        return all.get(partId);
    }

    boolean has(long partId) {
        return all.has(partId);
    }

    /** Those of one visit, the oldest first. */
    List<T> of(long visitId) {
        return ids(visitId).stream().map(all::get).toList();
    }

    void put(T part) {
        long partId = id.applyAsLong(part);
        if (!all.has(partId)) {
            List<Long> ids = new ArrayList<>(ids(visit.applyAsLong(part)));
            ids.add(partId);
            ofVisit.put(visit.applyAsLong(part), List.copyOf(ids));
        }
        all.put(partId, part);
    }

    /** Null when it was not there. */
    T remove(long partId) {
        T part = all.remove(partId);
        if (part != null) {
            long visitId = visit.applyAsLong(part);
            List<Long> left = ids(visitId).stream().filter(i -> i != partId).toList();
            if (left.isEmpty()) {
                ofVisit.remove(visitId);
            } else {
                ofVisit.put(visitId, left);
            }
        }
        return part;
    }

    private List<Long> ids(long visitId) {
        List<Long> ids = ofVisit.get(visitId);
        return ids == null ? List.of() : ids;
    }
}
