package wf.instance;

import io.vavr.collection.HashMap;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;

/**
 * Parts of an instance by their id, in the order in which they came. Every decision works on a copy, so that copying
 * must not cost what there is but what has changed: few parts are copied as they are, many stand in a persistent map that
 * all copies share, where each knows its neighbours.
 */
final class Parts<K, V> {

    /** As many as this are copied faster than they are shared. */
    static final int SMALL = 16;

    /** Null neighbours are those of the first and of the last. */
    private record Part<K, V>(K before, V value, K after) {

        Part<K, V> with(V newValue) {
            return new Part<>(before, newValue, after);
        }

        Part<K, V> behind(K newBefore) {
            return new Part<>(newBefore, value, after);
        }

        Part<K, V> aheadOf(K newAfter) {
            return new Part<>(before, value, newAfter);
        }
    }

    /** Null while there are many. */
    private final Map<K, V> few;
    private HashMap<K, Part<K, V>> many;
    private K first;
    private K last;

    Parts() {
        this(new LinkedHashMap<>());
    }

    private Parts(Map<K, V> few) {
        this.few = few;
    }

    private Parts(HashMap<K, Part<K, V>> many, K first, K last) {
        this.few = null;
        this.many = many;
        this.first = first;
        this.last = last;
    }

    Parts<K, V> copy() {
        if (size() <= SMALL) {
            return new Parts<>(all());
        } else if (few == null) {
            return new Parts<>(many, first, last);
        }
        Parts<K, V> copy = new Parts<>(HashMap.empty(), null, null);
        few.forEach(copy::put);
        return copy;
    }

    private Map<K, V> all() {
        if (few != null) {
            return new LinkedHashMap<>(few);
        }
        Map<K, V> all = new LinkedHashMap<>();
        for (K key = first; key != null; key = part(key).after()) {
            all.put(key, part(key).value());
        }
        return all;
    }

    /** Null when there is none. */
    private Part<K, V> part(K key) {
        return many.getOrElse(key, null);
    }

    int size() {
        return few != null ? few.size() : many.size();
    }

    V get(K key) {
        if (few != null) {
            return few.get(key);
        }
        Part<K, V> part = part(key);
        return part == null ? null : part.value();
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
        Part<K, V> before = part(key);
        if (before != null) {
            many = many.put(key, before.with(value));
        } else {
            change(last, p -> p.aheadOf(key));
            many = many.put(key, new Part<>(last, value, null));
            first = first == null ? key : first;
            last = key;
        }
    }

    private void change(K key, UnaryOperator<Part<K, V>> change) {
        if (key != null) {
            many = many.put(key, change.apply(part(key)));
        }
    }

    /** Null when it was not there. */
    V remove(K key) {
        if (few != null) {
            return few.remove(key);
        }
        Part<K, V> part = part(key);
        if (part == null) {
            return null;
        }
        many = many.remove(key);
        change(part.before(), p -> p.aheadOf(part.after()));
        change(part.after(), p -> p.behind(part.before()));
        first = part.before() == null ? part.after() : first;
        last = part.after() == null ? part.before() : last;
        return part.value();
    }

    /** A view: it shows the parts as they are, and must not be kept while they change. */
    Collection<V> values() {
        return few != null ? few.values() : new Many();
    }

    private final class Many extends AbstractCollection<V> {

        @Override
        public Iterator<V> iterator() {
            return new Iterator<>() {
                private K next = first;

                @Override
                public boolean hasNext() {
                    return next != null;
                }

                @Override
                public V next() {
                    if (next == null) {
                        throw new NoSuchElementException();
                    }
                    Part<K, V> part = part(next);
                    next = part.after();
                    return part.value();
                }
            };
        }

        @Override
        public int size() {
            return many.size();
        }
    }
}
