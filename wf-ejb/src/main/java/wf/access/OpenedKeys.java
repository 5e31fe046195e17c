package wf.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which accounts keys have opened within the last second: a program shows its key with every call, and one that calls a
 * hundred times a second would have it looked up as often, at a third of what a short call costs.
 *
 * <p>What is done to an account or a key on this node counts at once, on others within that second. Only hashes are kept.
 */
final class OpenedKeys {
    private static final Duration TIME = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final InstantSource clock;
    private final Map<Name, Opened> opened = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, Opened> eldest) {
            return size() > MOST;
        }
    };
    private long forgotten;

    private record Name(String tenant, String id) {
        static Name of(ServiceKey key) {
            return new Name(key.tenant(), key.id());
        }
    }

    private record Opened(String hash, ServiceAccount account, Instant until) { }

    /** What a key opens, and until when. */
    record Found(ServiceAccount account, Instant expiresAt) { }

    OpenedKeys(InstantSource clock) {
        this.clock = clock;
    }

    /** What this key opens, asked for only where nobody has within the time. A key that opens nothing is asked for each time. */
    Optional<ServiceAccount> account(ServiceKey key, Supplier<Optional<Found>> read) {
        long begun;
        synchronized (this) {
            Opened known = opened.get(Name.of(key));
            if (known != null && clock.instant().isBefore(known.until()) && Hashes.isSame(known.hash(), key.hash())) {
                return Optional.of(known.account());
            }
            begun = forgotten;
        }
        Instant now = clock.instant();
        Optional<Found> found = read.get();
        found.ifPresent(f -> keep(key, f, now, begun));
        return found.map(Found::account);
    }

    private synchronized void keep(ServiceKey key, Found found, Instant now, long begun) {
        // Else it may have been read before what somebody did to it meanwhile.
        if (begun == forgotten) {
            Instant until = now.plus(TIME);
            opened.remove(Name.of(key));
            opened.put(Name.of(key), new Opened(key.hash(), found.account(), until.isBefore(found.expiresAt()) ? until : found.expiresAt()));
        }
    }

    /** Something was done to this account or its keys. */
    synchronized void forget(String tenant, String account) {
        forgotten++;
        opened.values().removeIf(o -> o.account().tenant().equals(tenant) && o.account().id().equals(account));
    }
}
