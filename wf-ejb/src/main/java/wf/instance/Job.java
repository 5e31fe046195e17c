package wf.instance;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import wf.value.Value;

/**
 * Something to be done after the commit, outside this instance: the answer comes back as a command of its own. The
 * aggregate keeps the jobs that a visit waits for; others are told and forgotten.
 *
 * @param nodeInstanceId the visit that posted it, and waits for the answer where the kind is awaited; null for the process
 * @param nodeId the node that asked for it
 * @param target what it is addressed to: message, signal, process key, bean, source or address, by its kind
 * @param key correlation key of a message, or how the target is bound; may be null
 * @param inputs values that go with it
 * @param dueAt not before; the moment of the decision when it is due at once
 * @param by who started another process besides the model (F22); null for what the model asks for
 */
public record Job(long id, Long nodeInstanceId, String nodeId, JobKind kind, String target, String key,
        Map<String, Value> inputs, Instant dueAt, String by) {

    public Job {
        inputs = inputs == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /** What the model asks for. */
    public Job(long id, Long nodeInstanceId, String nodeId, JobKind kind, String target, String key, Map<String, Value> inputs, Instant dueAt) {
        this(id, nodeInstanceId, nodeId, kind, target, key, inputs, dueAt, null);
    }

    /** Whether somebody started it besides the model: what comes of it is for him, and moves no token. */
    public boolean isStarted() {
        return by != null;
    }

    Job at(String newNodeId) {
        return new Job(id, nodeInstanceId, newNodeId, kind, target, key, inputs, dueAt, by);
    }
}
