package wf.instance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wf.value.Value;

/**
 * Something that reached an instance while it stood still: it is kept, and happens in its turn once the instance goes on.
 *
 * @param target the subscription or the job that it is meant for
 * @param message name of a message, which finds another receiver when this one waits for it no longer; null for all else
 * @param key correlation key of the message, or null
 * @param code error or escalation of the model, or null
 * @param detail why it failed, or null
 * @param values what came with it
 * @param cleared variables that it clears
 */
public record Arrival(long id, Kind kind, long target, String message, String key, String code, String detail,
        Map<String, Value> values, List<String> cleared) {

    /** What has come. */
    public enum Kind {
        /** A message or a signal. */
        EVENT,
        /** A job is done, */
        DONE,
        /** has failed for good, */
        FAILED,
        /** a called instance has escalated and goes on, */
        ESCALATED,
        /** or has ended because work goes back out of it; the way back is the detail. */
        RETURNED
    }

    public Arrival {
        values = values == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
        cleared = cleared == null ? List.of() : List.copyOf(cleared);
    }

    /** Whether the job that it answers is over with it. */
    public boolean endsJob() {
        return kind == Kind.DONE || kind == Kind.FAILED || kind == Kind.RETURNED;
    }
}
