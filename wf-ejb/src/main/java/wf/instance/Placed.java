package wf.instance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Parts that stand at a place, a visit or a scope, in the order in which they came, and those of each place at once: what is
 * done at one of many branches must not look through what is at all of them. A part stays at its place as long as it is there.
 */
final class Placed<T> {

    private final ToLongFunction<T> id;
    private final ToLongFunction<T> place;
    private final Parts<Long, T> all;
    private final Lookup<Long, List<Long>> ofPlace;

    Placed(ToLongFunction<T> id, ToLongFunction<T> place) {
        this(id, place, new Parts<>(), new Lookup<>());
    }

    private Placed(ToLongFunction<T> id, ToLongFunction<T> place, Parts<Long, T> all, Lookup<Long, List<Long>> ofPlace) {
        this.id = id;
        this.place = place;
        this.all = all;
        this.ofPlace = ofPlace;
    }

    Placed<T> copy() {
        return new Placed<>(id, place, all.copy(), ofPlace.copy());
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

    /** Those of one place, the oldest first. */
    List<T> of(long placeId) {
        return ids(placeId).stream().map(all::get).toList();
    }

    void put(T part) {
        long partId = id.applyAsLong(part);
        if (!all.has(partId)) {
            List<Long> ids = new ArrayList<>(ids(place.applyAsLong(part)));
            ids.add(partId);
            ofPlace.put(place.applyAsLong(part), List.copyOf(ids));
        }
        all.put(partId, part);
    }

    /** Null when it was not there. */
    T remove(long partId) {
        T part = all.remove(partId);
        if (part != null) {
            long placeId = place.applyAsLong(part);
            List<Long> left = ids(placeId).stream().filter(i -> i != partId).toList();
            if (left.isEmpty()) {
                ofPlace.remove(placeId);
            } else {
                ofPlace.put(placeId, left);
            }
        }
        return part;
    }

    private List<Long> ids(long placeId) {
        List<Long> ids = ofPlace.get(placeId);
        return ids == null ? List.of() : ids;
    }
}
