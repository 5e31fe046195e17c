package wf.stream;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When which list last changed, as far as this node remembers: whoever comes back after a moment is told what he has missed, and not to read
 * everything anew. Proxies cut streams by the hour, and all readers would otherwise read all their lists each time.
 */
final class LastChanges {

    private static final int MOST = 50_000;

    private record Key(String tenant, ListChange change) { }

    private final Map<Key, Instant> last = new LinkedHashMap<>();
    /** From when on nothing is missing. */
    private Instant since = Instant.MAX;

    /** What was before is not known. */
    synchronized void beginAt(Instant at) {
        last.clear();
        since = at;
    }

    synchronized void put(String tenant, Collection<ListChange> changes, Instant at) {
        for (ListChange change : changes) {
            if (change.isEverything()) {
                beginAt(since.isAfter(at) ? since : at);
                return;
            }
            Key key = new Key(tenant, change);
            last.remove(key);
            last.put(key, at);
        }
        for (Iterator<Map.Entry<Key, Instant>> oldest = last.entrySet().iterator(); last.size() > MOST;) {
            Instant forgotten = oldest.next().getValue();
            since = forgotten.isAfter(since) ? forgotten : since;
            oldest.remove();
        }
    }

    /** Which of these lists have changed since then; empty when that is not known. */
    synchronized Optional<Set<ListName>> since(String tenant, Ears ears, Instant then) {
        if (!then.isAfter(since)) {
            return Optional.empty();
        }
        Set<ListName> changed = EnumSet.noneOf(ListName.class);
        ears.lists().forEach((audience, lists) -> lists.forEach(list -> {
            Instant at = last.get(new Key(tenant, new ListChange(list, audience)));
            if (at != null && !at.isBefore(then)) {
                changed.add(list);
            }
        }));
        return Optional.of(changed);
    }
}
