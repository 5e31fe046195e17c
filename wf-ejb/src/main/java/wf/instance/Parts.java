package wf.instance;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Parts of an instance by their id, in the order in which they came. Every decision works on a copy, so that copying
 * must not cost what there is but what has changed: a large map is shared by all copies, and each keeps only its own
 * changes, until these are so many that a new map is worth it.
 */
final class Parts<K, V> {

    private static final int SMALL = 16;

    private final Map<K, V> shared;
    private final Map<K, V> own;
    private final Set<K> gone;
    private int size;

    Parts() {
        this(Map.of(), new LinkedHashMap<>(), new HashSet<>(), 0);
    }

    private Parts(Map<K, V> shared, Map<K, V> own, Set<K> gone, int size) {
        this.shared = shared;
        this.own = own;
        this.gone = gone;
        this.size = size;
    }

    Parts<K, V> copy() {
        if (size <= SMALL) {
            return new Parts<>(Map.of(), all(), new HashSet<>(), size);
        } else if (own.size() + gone.size() > 2 * Math.sqrt(size)) {
            return new Parts<>(all(), new LinkedHashMap<>(), new HashSet<>(), size);
        }
        return new Parts<>(shared, new LinkedHashMap<>(own), new HashSet<>(gone), size);
    }

    private Map<K, V> all() {
        if (shared.isEmpty()) {
            return new LinkedHashMap<>(own);
        }
        Map<K, V> all = new LinkedHashMap<>();
        shared.forEach((key, value) -> {
            if (!gone.contains(key)) {
                all.put(key, value);
            }
        });
        all.putAll(own);
        return all;
    }

    int size() {
        return size;
    }

    V get(K key) {
        V value = own.get(key);
        return value != null || shared.isEmpty() || gone.contains(key) ? value : shared.get(key);
    }

    boolean has(K key) {
        return get(key) != null;
    }

    /** What was there keeps its place; what is new comes last. */
    void put(K key, V value) {
        if (!has(key)) {
            size++;
        }
        own.put(key, value);
    }

    /** Null when it was not there. */
    V remove(K key) {
        V before = get(key);
        if (before != null) {
            own.remove(key);
            size--;
            if (shared.containsKey(key)) {
                gone.add(key);
            }
        }
        return before;
    }

    /** A view: it shows the parts as they are, and must not be kept while they change. */
    Collection<V> values() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<V> iterator() {
                return shared.isEmpty() ? own.values().iterator() : new Merged();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** The shared ones first, as they are now, then the new ones. */
    private final class Merged implements Iterator<V> {
        private final Iterator<Map.Entry<K, V>> first = shared.entrySet().iterator();
        private final Iterator<Map.Entry<K, V>> then = own.entrySet().iterator();
        private V next = find();

        private V find() {
            while (first.hasNext()) {
                Map.Entry<K, V> entry = first.next();
                if (!gone.contains(entry.getKey())) {
                    V changed = own.get(entry.getKey());
                    return changed == null ? entry.getValue() : changed;
                }
            }
            while (then.hasNext()) {
                Map.Entry<K, V> entry = then.next();
                if (gone.contains(entry.getKey()) || !shared.containsKey(entry.getKey())) {
                    return entry.getValue();
                }
            }
            return null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public V next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            V now = next;
            next = find();
            return now;
        }
    }
}
