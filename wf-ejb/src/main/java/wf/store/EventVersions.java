package wf.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.UnaryOperator;
import wf.instance.Event;

/**
 * The names under which events stand in the journal, and how old ones become new. A journal is never rewritten, since its
 * hashes cover what was written; so an event that changes its meaning or loses a component gets a new version, which its
 * name then carries ({@code VoteCast.2}; the first has none), and a converter for the one before. Converters follow each
 * other, so that each knows one step only; a component that is added and may be absent needs neither.
 *
 * @param newest the newest version of each type that has more than one, by its simple name
 * @param converters by the name of what they take; what they give carries its own name in {@code event}
 */
record EventVersions(Map<String, Integer> newest, Map<String, UnaryOperator<ObjectNode>> converters) {

    /** Of this program. */
    static final EventVersions CURRENT = new EventVersions(Map.of(), Map.of());
    private static final String NAME = "event";

    EventVersions {
        newest = Map.copyOf(newest);
        converters = Map.copyOf(converters);
    }

    /** The name under which an event of this type is written now. */
    String name(Class<? extends Event> type) {
        Integer version = newest.get(type.getSimpleName());
        return version == null ? type.getSimpleName() : type.getSimpleName() + "." + version;
    }

    /** Whether nothing was ever changed, so that what is stored need not be looked at before it is read. */
    boolean isEmpty() {
        return converters.isEmpty();
    }

    /** Brings the events of a journal row up to what this program knows. */
    void convert(JsonNode body) {
        JsonNode events = body.path("events");
        for (int i = 0; i < events.size(); i++) {
            ((ArrayNode) events).set(i, converted((ObjectNode) events.get(i)));
        }
    }

    private ObjectNode converted(ObjectNode event) {
        ObjectNode now = event;
        for (UnaryOperator<ObjectNode> next = converter(now); next != null; next = converter(now)) {
            now = next.apply(now);
        }
        return now;
    }

    private UnaryOperator<ObjectNode> converter(ObjectNode event) {
        return converters.get(event.path(NAME).asText());
    }
}
