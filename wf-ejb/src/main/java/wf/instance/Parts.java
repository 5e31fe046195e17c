package wf.instance;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Parts of an instance by their id, in the order in which they came. Every decision works on a copy, so that copying
 * must not cost what there is but what has changed: few parts are copied as they are, many stand in persistent maps that
 * all copies share.
 */
final class Parts<K, V> {

    private static final int SMALL = 16;

    private record Part<K, V>(K key, V value) { }

    /** Null while there are many. */
    private final Map<K, V> few;
    private PMap<K, Long> places;
    private PSortedMap<Long, Part<K, V>> many;
    private long nextPlace;

    Parts() {
        this(new LinkedHashMap<>());
    }

    private Parts(Map<K, V> few) {
        this.few = few;
    }

    private Parts(PMap<K, Long> places, PSortedMap<Long, Part<K, V>> many, long nextPlace) {
        this.few = null;
        this.places = places;
        this.many = many;
        this.nextPlace = nextPlace;
    }

    Parts<K, V> copy() {
        if (size() <= SMALL) {
            return new Parts<>(all());
        } else if (few == null) {
            return new Parts<>(places, many, nextPlace);
        }
        Parts<K, V> copy = new Parts<>(HashTreePMap.empty(), TreePMap.empty(), 0);
        few.forEach(copy::put);
        return copy;
    }

    private Map<K, V> all() {
        if (few != null) {
            return new LinkedHashMap<>(few);
        }
        Map<K, V> all = new LinkedHashMap<>();
        many.values().forEach(p -> all.put(p.key(), p.value()));
        return all;
    }

    int size() {
        return few != null ? few.size() : many.size();
    }

    V get(K key) {
        if (few != null) {
            return few.get(key);
        }
        Long place = places.get(key);
        return place == null ? null : many.get(place).value();
    }

    boolean has(K key) {
        return get(key) != null;
    }

    /** What was there keeps its place; what is new comes last. */
    void put(K key, V value) {
        if (few != null) {
            few.put(key, value);
            return;
        }
        Long place = places.get(key);
        if (place == null) {
            place = nextPlace++;
            places = places.plus(key, place);
        }
        many = many.plus(place, new Part<>(key, value));
    }

    /** Null when it was not there. */
    V remove(K key) {
        if (few != null) {
            return few.remove(key);
        }
        V before = get(key);
        if (before != null) {
            many = many.minus(places.get(key));
            places = places.minus(key);
        }
        return before;
    }

    /** A view: it shows the parts as they are, and must not be kept while they change. */
    Collection<V> values() {
        return few != null ? few.values() : new Many();
    }

    private final class Many extends AbstractCollection<V> {

        @Override
        public Iterator<V> iterator() {
            Iterator<Part<K, V>> parts = many.values().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return parts.hasNext();
                }

                @Override
                public V next() {
                    return parts.next().value();
                }
            };
        }

        @Override
        public int size() {
            return many.size();
        }
    }
}
