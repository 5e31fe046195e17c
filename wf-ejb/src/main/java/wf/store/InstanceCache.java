package wf.store;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Images of instances in memory (§1.6): the newest that this node has seen, immutable, at most so many, least recently
 * used first out. An image may be old, since another node may have written; whoever writes finds out by the version,
 * and whoever refuses asks the database first.
 */
@Singleton
public class InstanceCache {

    private static final int MAX = 20_000;
    private final Map<TenantKey, Stored> images = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TenantKey, Stored> eldest) {
            return size() > MAX;
        }
    });

    public Optional<Stored> get(String tenant, long instanceId) {
        return Optional.ofNullable(images.get(new TenantKey(tenant, instanceId)));
    }

    /** Only after the commit; an image never replaces a newer one. */
    public void put(String tenant, Stored stored) {
        images.merge(new TenantKey(tenant, stored.image().id()), stored,
                (old, fresh) -> fresh.image().version() >= old.image().version() ? fresh : old);
    }

    /** How many are in memory. */
    public int size() {
        return images.size();
    }

    public void evict(String tenant, long instanceId) {
        images.remove(new TenantKey(tenant, instanceId));
    }
}
