package wf.store;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import wf.contract.ValueType;
import wf.value.Value;

/**
 * What of a job only its worker reads.
 *
 * @param visit the visit that posted it, or null
 * @param target what it is addressed to, by its kind; null for some
 * @param key correlation key of a message, or how the target is bound; may be null
 * @param inputs values that go with it
 * @param subscription for TRIGGER: which one; for the rest of a SIGNAL: the last one that was told
 * @param fired for timers: how often they have fired before
 * @param start for START: the event start that has happened
 * @param due for TIMER_START: the moment itself, whenever it is tried
 * @param timer for TIMER_START: which of the timers of its event, the first is 0
 * @param last for the rest of a SIGNAL: the last subscription that is to be told
 * @param by for CHILD and CHILD_ALONE: who started it besides the model; null for what the model calls
 */
public record JobBody(Long visit, String target, String key, Map<String, Value> inputs, Long subscription, int fired,
        Long start, Instant due, int timer, Long last, String by) {

    private static final String NOW = "now";
    private static final String TELLING = "telling";

    public JobBody {
        inputs = inputs == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    JobBody(Long visit, String target, String key, Map<String, Value> inputs, Long subscription, int fired, Long start, Instant due,
            int timer, Long last) {
        this(visit, target, key, inputs, subscription, fired, start, due, timer, last, null);
    }

    /** A timer that has fired so often. */
    public static JobBody timer(int fired) {
        return new JobBody(null, null, null, null, null, fired, null, null, 0, null);
    }

    /** A timer that begins a definition and was due at this moment before. */
    public static JobBody timer(int which, int fired, Instant due) {
        return new JobBody(null, null, null, null, null, fired, null, due, which, null);
    }

    /** A schedule that was due so often before, and is at this moment. */
    public static JobBody schedule(String name, int fired, Instant due) {
        return new JobBody(null, name, null, null, null, fired, null, due, 0, null);
    }

    /** A schedule is to start an instance at once, besides its times. */
    public static JobBody runNow(String name) {
        return new JobBody(null, name, NOW, null, null, 0, null, null, 0, null);
    }

    /** The same, due at another moment. */
    JobBody dueAt(Instant moment) {
        return new JobBody(visit, target, key, inputs, subscription, fired, start, moment, timer, last, by);
    }

    public boolean isNow() {
        return NOW.equals(key) && due == null;
    }

    /** A row of the outbox that could not be told. */
    static JobBody untold(OutboxRow row) {
        Map<String, Value> text = row.body == null ? Map.of() : Map.of(TELLING, new Value(ValueType.STRING, row.body));
        return new JobBody(null, row.instanceId + "/" + row.seq, null, text, null, row.told, null, row.createdAt, 0, null);
    }

    /** A message or signal by its name. */
    public static JobBody named(String name, String key, Map<String, Value> inputs) {
        return new JobBody(null, name, key, inputs, null, 0, null, null, 0, null);
    }

    /** That row as it was. */
    OutboxRow untold(String tenant) {
        OutboxRow row = new OutboxRow();
        row.tenant = tenant;
        row.instanceId = Long.parseLong(target.substring(0, target.indexOf('/')));
        row.seq = Long.parseLong(target.substring(target.indexOf('/') + 1));
        row.told = fired;
        row.createdAt = due;
        row.body = inputs.containsKey(TELLING) ? inputs.get(TELLING).text() : null;
        return row;
    }

    public static JobBody trigger(long subscription, Map<String, Value> inputs) {
        return new JobBody(null, null, null, inputs, subscription, 0, null, null, 0, null);
    }

    /** A signal for those who waited when it was sent, behind the one and up to the other. */
    public static JobBody signal(String name, Map<String, Value> inputs, long after, long last) {
        return new JobBody(null, name, null, inputs, after, 0, null, null, 0, last);
    }

    public static JobBody start(long start, Map<String, Value> inputs) {
        return new JobBody(null, null, null, inputs, null, 0, start, null, 0, null);
    }
}
