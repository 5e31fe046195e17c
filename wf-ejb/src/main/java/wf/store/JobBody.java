package wf.store;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import wf.value.Value;

/**
 * What of a job only its worker reads.
 *
 * @param visit the visit that posted it, or null
 * @param target what it is addressed to, by its kind; null for some
 * @param key correlation key of a message, or how the target is bound; may be null
 * @param inputs values that go with it
 * @param subscription for TRIGGER: which one
 * @param fired for timers: how often they have fired before
 * @param start for START: the event start that has happened
 * @param due for TIMER_START: the moment itself, whenever it is tried
 */
public record JobBody(Long visit, String target, String key, Map<String, Value> inputs, Long subscription, int fired,
        Long start, Instant due) {

    public JobBody {
        inputs = inputs == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /** A timer that has fired so often. */
    public static JobBody timer(int fired) {
        return new JobBody(null, null, null, null, null, fired, null, null);
    }

    /** A timer that begins a definition and was due at this moment before. */
    public static JobBody timer(int fired, Instant due) {
        return new JobBody(null, null, null, null, null, fired, null, due);
    }

    /** A message or signal by its name. */
    public static JobBody named(String name, String key, Map<String, Value> inputs) {
        return new JobBody(null, name, key, inputs, null, 0, null, null);
    }

    public static JobBody trigger(long subscription, Map<String, Value> inputs) {
        return new JobBody(null, null, null, inputs, subscription, 0, null, null);
    }

    public static JobBody start(long start, Map<String, Value> inputs) {
        return new JobBody(null, null, null, inputs, null, 0, start, null);
    }
}
