package wf.stream;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Finds who hears of a change without asking all who listen. Whoever enters and leaves does so one after the other; to find them waits for nobody. */
final class Audiences {

    private final Map<String, Set<ListStream>> streams = new ConcurrentHashMap<>();

    void enter(ListStream stream, Ears ears) {
        ears.lists().keySet().forEach(audience -> streams.computeIfAbsent(key(stream.caller().tenant(), audience), k -> ConcurrentHashMap.newKeySet()).add(stream));
    }

    void leave(ListStream stream, Ears ears) {
        ears.lists().keySet().forEach(audience -> streams.computeIfPresent(key(stream.caller().tenant(), audience), (k, all) -> {
            all.remove(stream);
            return all.isEmpty() ? null : all;
        }));
    }

    /** Those whose list it is. */
    Stream<ListStream> of(String tenant, ListChange change) {
        return streams.getOrDefault(key(tenant, change.audience()), Set.of()).stream().filter(stream -> stream.ears().hear(change));
    }

    private static String key(String tenant, String audience) {
        return tenant + "\n" + audience;
    }
}
