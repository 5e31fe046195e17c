package wf.instance;

import java.util.HashMap;
import java.util.Map;

/** What is only looked up and never gone through: as {@link Parts}, and without the cost of an order. */
final class Lookup<K, V> {

    /** Null while there is much. */
    private final Map<K, V> few;
    private io.vavr.collection.Map<K, V> many;

    Lookup() {
        this(new HashMap<>());
    }

    private Lookup(Map<K, V> few) {
        this.few = few;
    }

    private Lookup(io.vavr.collection.Map<K, V> many) {
        this.few = null;
        this.many = many;
    }

    Lookup<K, V> copy() {
        if (size() <= Parts.SMALL) {
            return new Lookup<>(few != null ? new HashMap<>(few) : many.toJavaMap());
        }
        return new Lookup<>(few != null ? io.vavr.collection.HashMap.ofAll(few) : many);
    }

    int size() {
        return few != null ? few.size() : many.size();
    }

    /** Null when there is none. */
    V get(K key) {
        return few != null ? few.get(key) : many.getOrElse(key, null);
    }

    void put(K key, V value) {
        if (few != null) {
            few.put(key, value);
        } else {
            many = many.put(key, value);
        }
    }

    void remove(K key) {
        if (few != null) {
            few.remove(key);
        } else {
            many = many.remove(key);
        }
    }
}
